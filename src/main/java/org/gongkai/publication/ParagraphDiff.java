package org.gongkai.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gongkai.publication.Disclosures.ParagraphChange;
import org.gongkai.publication.Disclosures.ParagraphChange.Kind;

/** 按段落比较两份纯文本。 Longest common subsequence over paragraphs; very long texts fall back to whole replacement. */
final class ParagraphDiff {

    /** 超过它就不逐段比，免得占用内存。 */
    private static final long MOST_CELLS = 4_000_000;

    private ParagraphDiff() {}

    static List<ParagraphChange> between(String before, String after) {
        var old = paragraphs(before);
        var fresh = paragraphs(after);
        int head = 0;
        while (head < old.size() && head < fresh.size() && old.get(head).equals(fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < fresh.size() - head
                && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        var changes = new ArrayList<ParagraphChange>();
        old.subList(0, head).forEach(text -> changes.add(new ParagraphChange(Kind.SAME, text)));
        changes.addAll(middle(old.subList(head, old.size() - tail), fresh.subList(head, fresh.size() - tail)));
        old.subList(old.size() - tail, old.size()).forEach(text -> changes.add(new ParagraphChange(Kind.SAME, text)));
        return changes;
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<ParagraphChange> middle(List<String> old, List<String> fresh) {
        var changes = new ArrayList<ParagraphChange>();
        if ((long) old.size() * fresh.size() > MOST_CELLS) {
            old.forEach(text -> changes.add(new ParagraphChange(Kind.REMOVED, text)));
            fresh.forEach(text -> changes.add(new ParagraphChange(Kind.ADDED, text)));
            return changes;
        }
        var length = lengths(old, fresh);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                changes.add(new ParagraphChange(Kind.SAME, old.get(i)));
                i++;
                j++;
            } else if (j == fresh.size() || (i < old.size() && length[i + 1][j] >= length[i][j + 1])) {
                changes.add(new ParagraphChange(Kind.REMOVED, old.get(i++)));
            } else {
                changes.add(new ParagraphChange(Kind.ADDED, fresh.get(j++)));
            }
        }
        return Collections.unmodifiableList(changes);
    }

    private static int[][] lengths(List<String> old, List<String> fresh) {
        var length = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                length[i][j] = old.get(i).equals(fresh.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }
}
