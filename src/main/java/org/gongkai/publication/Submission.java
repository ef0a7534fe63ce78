package org.gongkai.publication;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 送审与处置的规则。 */
final class Submission {

    private static final Set<EditionState> IN_WORK = EnumSet.of(
            EditionState.DRAFT,
            EditionState.RETURNED,
            EditionState.SECTION_REVIEW,
            EditionState.SECRECY_REVIEW,
            EditionState.REFERRED,
            EditionState.SIGNING,
            EditionState.SCHEDULED);

    private Submission() {}

    static boolean isInWork(Edition edition) {
        return IN_WORK.contains(edition.state);
    }

    static void mustBeFit(Disclosure disclosure, Edition edition, List<Finding> findings, String note) {
        var blocking = findings.stream()
                .filter(finding -> finding.level() == Finding.Level.BLOCK)
                .filter(finding -> !finding.maskable())
                .toList();
        if (!blocking.isEmpty()) {
            throw new Refused(Refusal.of(
                    "publication.selfCheckBlocks",
                    blocking.size(),
                    "publication.finding." + blocking.getFirst().rule()));
        }
        boolean personal = findings.stream().anyMatch(finding -> finding.level() == Finding.Level.BLOCK);
        if (personal && note.isBlank()) {
            throw new Refused(Refusal.of("publication.personalDataNeedsReason").basis("OGI-15"));
        }
        if (disclosure.open != null && !edition.isProactive()) {
            throw new Refused(Refusal.of("publication.withdrawInstead").basis("OGI-15"));
        }
        if (disclosure.open != null && edition.changeNote.isEmpty()) {
            throw new Refused(Refusal.of("publication.changeNoteMissing").basis("OGI-6"));
        }
    }

    /** 标题、概述、正文里的个人信息都遮盖。 */
    static CleanDraft masked(DisclosureDraft draft) {
        var facts = draft.facts();
        return CleanDraft.of(new DisclosureDraft(
                draft.placement(),
                new DisclosureDraft.Facts(
                        PersonalData.maskAll(facts.title()),
                        facts.documentNumber(),
                        facts.issuers(),
                        facts.formedOn(),
                        facts.effectiveOn(),
                        facts.validUntil(),
                        facts.repealedOn(),
                        facts.type(),
                        facts.genre(),
                        facts.theme(),
                        facts.source(),
                        facts.editor(),
                        facts.keywords(),
                        PersonalData.maskAll(facts.summary())),
                RichText.mask(draft.html()),
                draft.attachments(),
                draft.openness()));
    }

    /** 每处都要有理由；返回留档的处置。 */
    static List<Map<String, String>> settle(List<Finding> findings, List<Acceptance> accepted) {
        var reasons = accepted.stream()
                .filter(acceptance -> !acceptance.reason().isBlank())
                .collect(Collectors.toMap(Acceptance::fingerprint, Acceptance::reason, (first, second) -> second));
        var settled = new ArrayList<Map<String, String>>();
        for (var finding : findings.stream().filter(Finding::needsSettling).toList()) {
            var reason = reasons.getOrDefault(finding.fingerprint(), reasons.get(Acceptance.ALL));
            if (reason == null) {
                throw new Refused(Refusal.of("publication.findingUnsettled", "publication.finding." + finding.rule())
                        .basis("OGI-15"));
            }
            settled.add(Map.of(
                    "rule", finding.rule(),
                    "where", finding.where(),
                    "excerpt", finding.excerpt(),
                    "fingerprint", finding.fingerprint(),
                    "reason", Wording.line(reason)));
        }
        return settled;
    }
}
