package org.gongkai.publication;

import static org.gongkai.publication.SelfCheck.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.organisation.PublicBody;
import org.gongkai.publication.Finding.Level;

/** 要素是否齐全、写法是否规范（R-LIB、R-ATTR-02）。 */
final class ElementCheck {

    /** R-LIB-08 */
    static final Pattern DOCUMENT_NUMBER = Pattern.compile("^[\\u4e00-\\u9fa5]+〔\\d{4}〕[1-9]\\d*号$|^第[1-9]\\d*号$");

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SUMMARY = 500;

    private ElementCheck() {}

    static List<Finding> check(DisclosureDraft draft, String plain, Optional<PublicBody> body) {
        var findings = new ArrayList<Finding>();
        var facts = draft.facts();
        missing(facts.title().isEmpty(), "title", findings);
        missing(body.isEmpty(), "body", findings);
        missing(
                plain.isEmpty()
                        && !draft.html().contains("<img")
                        && draft.attachments().isEmpty(),
                "content",
                findings);
        missing(facts.formedOn() == null, "formedOn", findings);
        openness(draft.openness(), findings);
        if (draft.placement().item().isEmpty()) {
            findings.add(finding(Level.NOTE, "missing.item", "facts", "", ""));
        }
        if (facts.title().length() > LONGEST_TITLE) {
            findings.add(finding(
                    Level.BLOCK,
                    "tooLong.title",
                    "title",
                    String.valueOf(facts.title().length()),
                    String.valueOf(LONGEST_TITLE)));
        }
        if (facts.summary().length() > LONGEST_SUMMARY) {
            findings.add(finding(
                    Level.NOTE,
                    "tooLong.summary",
                    "facts",
                    String.valueOf(facts.summary().length()),
                    String.valueOf(LONGEST_SUMMARY)));
        }
        documentNumber(facts, findings);
        dates(facts, findings);
        return findings;
    }

    private static void missing(boolean missing, String element, List<Finding> findings) {
        if (missing) {
            findings.add(finding(Level.BLOCK, "missing." + element, "facts", "", ""));
        }
    }

    private static void openness(DisclosureDraft.Openness openness, List<Finding> findings) {
        if (openness.classification() != Classification.PROACTIVE) {
            missing(openness.ground() == null, "ground", findings);
            missing(openness.reason().isBlank(), "groundReason", findings);
        }
    }

    private static void documentNumber(DisclosureDraft.Facts facts, List<Finding> findings) {
        var number = facts.documentNumber();
        if (!number.isEmpty() && !DOCUMENT_NUMBER.matcher(number).matches()) {
            findings.add(finding(Level.NOTE, "documentNumber", "facts", number, DocumentNumbers.suggest(number)));
        }
    }

    private static void dates(DisclosureDraft.Facts facts, List<Finding> findings) {
        var formed = facts.formedOn();
        var until = facts.validUntil();
        if (formed != null && until != null && until.isBefore(formed)) {
            findings.add(finding(Level.BLOCK, "dates.validUntil", "facts", until.toString(), formed.toString()));
        }
        var effective = facts.effectiveOn();
        if (effective != null && until != null && until.isBefore(effective)) {
            findings.add(finding(Level.BLOCK, "dates.validUntil", "facts", until.toString(), effective.toString()));
        }
    }
}
