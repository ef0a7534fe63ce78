package org.gongkai.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gongkai.attachment.Attachments;
import org.gongkai.attachment.StoredFile;
import org.gongkai.database.Sha256;
import org.gongkai.organisation.PublicBodies;
import org.springframework.stereotype.Component;

/**
 * 自查：缺什么要素、有没有个人信息、密级标志、错别字、隐藏内容（R-PRI、R-SEC-06）。正文、标题、附件文字都查。
 *
 * <p>What a draft lacks and what it should not contain. The same check runs live beside the editor, at submission and at review.
 */
@Component
class SelfCheck {

    /** 一种问题最多列这么多处。 */
    private static final int MOST_PER_RULE = 20;

    private final Attachments attachments;
    private final PublicBodies bodies;

    SelfCheck(Attachments attachments, PublicBodies bodies) {
        this.attachments = attachments;
        this.bodies = bodies;
    }

    /** 由重到轻。 */
    List<Finding> check(DisclosureDraft draft, String plain) {
        var findings = new ArrayList<Finding>(
                ElementCheck.check(draft, plain, bodies.find(draft.placement().body())));
        var files = attachments.find(draft.attachments());
        texts(draft, plain, files).forEach(text -> {
            findings.addAll(TextCheck.check(text.where(), text.text()));
        });
        findings.addAll(RichTextCheck.check(draft.html()));
        files.forEach(file -> fileFindings(file, findings));
        return limited(findings);
    }

    private record Text(String where, String text) {}

    private List<Text> texts(DisclosureDraft draft, String plain, List<StoredFile> files) {
        var texts = new ArrayList<Text>();
        texts.add(new Text("title", draft.facts().title()));
        texts.add(new Text(
                "facts",
                String.join(
                        "\n",
                        draft.facts().summary(),
                        String.join(" ", draft.facts().keywords()),
                        draft.facts().source())));
        texts.add(new Text("body", plain));
        for (var file : files) {
            texts.add(new Text(file.name(), file.name() + "\n" + attachments.text(file.id())));
        }
        return texts;
    }

    private static void fileFindings(StoredFile file, List<Finding> findings) {
        for (var hidden : file.hidden()) {
            findings.add(finding(Finding.Level.CONFIRM, "hiddenContent", file.name(), hidden, ""));
        }
        switch (file.textState()) {
            case NO_TEXT -> findings.add(finding(Finding.Level.NOTE, "imageOnly", file.name(), "", ""));
            case PARTLY -> findings.add(finding(Finding.Level.NOTE, "partlyChecked", file.name(), "", ""));
            case UNREADABLE -> findings.add(finding(Finding.Level.CONFIRM, "unreadable", file.name(), "", ""));
            case READ -> {}
        }
    }

    private static List<Finding> limited(List<Finding> findings) {
        var counts = new java.util.HashMap<String, Integer>();
        return findings.stream()
                .filter(finding -> counts.merge(finding.rule() + finding.where(), 1, Integer::sum) <= MOST_PER_RULE)
                .sorted(Comparator.comparing(Finding::level))
                .toList();
    }

    static Finding finding(Finding.Level level, String rule, String where, String excerpt, String hint) {
        var mark = Sha256.hex(rule + "\n" + where + "\n" + excerpt + "\n" + hint);
        return new Finding(
                level, rule, where, excerpt, hint, mark.substring(0, 16).toLowerCase(Locale.ROOT));
    }
}
