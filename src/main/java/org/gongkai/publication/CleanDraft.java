package org.gongkai.publication;

import java.util.regex.Pattern;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 清洗过的稿子和它的纯文本。 Only this form is ever stored. */
record CleanDraft(DisclosureDraft content, String plain) {

    private static final Pattern STATUTORY = Pattern.compile("0[1-9]|1[0-5]");
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_ATTACHMENTS = 100;

    /** 清洗；带密级标志的连草稿也不存（R-SEC-06）。 */
    static CleanDraft of(DisclosureDraft draft) {
        var html = RichText.clean(draft.html());
        var clean = new DisclosureDraft(
                place(draft.placement()), facts(draft.facts()), html, attachments(draft), openness(draft.openness()));
        var plain = RichText.plain(html);
        if (TextCheck.isMarkedSecret(clean.facts().title() + "\n" + plain)) {
            throw new Refused(Refusal.of("publication.classifiedMark").basis("OGI-14"));
        }
        return new CleanDraft(clean, plain);
    }

    private static java.util.List<Long> attachments(DisclosureDraft draft) {
        var distinct = draft.attachments().stream().distinct().toList();
        if (distinct.size() > MOST_ATTACHMENTS) {
            throw new Refused(Refusal.of("publication.tooManyAttachments", distinct.size(), MOST_ATTACHMENTS));
        }
        return distinct;
    }

    private static DisclosureDraft.Placement place(DisclosureDraft.Placement placement) {
        var heading = Wording.line(placement.statutoryItem());
        if (!heading.isEmpty() && !STATUTORY.matcher(heading).matches()) {
            throw new Refused(
                    Refusal.of("publication.statutoryItemUnknown", heading).basis("OGI-20"));
        }
        return new DisclosureDraft.Placement(
                Wording.line(placement.body()),
                line(placement.item()),
                line(placement.area()),
                heading,
                placement.obligation());
    }

    private static DisclosureDraft.Facts facts(DisclosureDraft.Facts facts) {
        return new DisclosureDraft.Facts(
                line(facts.title()),
                line(facts.documentNumber()),
                Wording.each(facts.issuers()),
                facts.formedOn(),
                facts.effectiveOn(),
                facts.validUntil(),
                facts.repealedOn(),
                facts.type(),
                line(facts.genre()),
                line(facts.theme()),
                line(facts.source()),
                line(facts.editor()),
                Wording.each(facts.keywords()),
                line(facts.summary()));
    }

    private static DisclosureDraft.Openness openness(DisclosureDraft.Openness openness) {
        return openness.classification() == Classification.PROACTIVE
                ? DisclosureDraft.Openness.PROACTIVE
                : new DisclosureDraft.Openness(openness.classification(), openness.ground(), line(openness.reason()));
    }

    private static String line(String text) {
        var line = Wording.line(text);
        if (line.length() > LONGEST_LINE) {
            throw new Refused(
                    Refusal.of("publication.fieldTooLong", line.substring(0, 20), line.length(), LONGEST_LINE));
        }
        return line;
    }
}
