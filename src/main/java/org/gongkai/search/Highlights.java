package org.gongkai.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.gongkai.search.SearchHit.Fragment;
import org.jspecify.annotations.Nullable;

/** 命中的字，标题全文和正文摘要各标一次。 */
final class Highlights {

    private static final int SNIPPET = 110;
    private final List<String> words;

    Highlights(@Nullable Query ranked) {
        var terms = new HashSet<Term>();
        if (ranked != null) {
            ranked.visit(QueryVisitor.termCollector(terms));
        }
        this.words = terms.stream().map(Term::text).distinct().toList();
    }

    List<Fragment> title(String title) {
        return mark(title, 0, title.length());
    }

    List<Fragment> snippet(String text) {
        int from = whole(text, best(Script.lower(Script.fold(text))));
        int to = whole(text, Math.min(text.length(), from + SNIPPET));
        return mark(text, from, to);
    }

    /** 不从一个字的中间切开（生僻字占两个位置）。 */
    private static int whole(String text, int at) {
        boolean inside = at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at - 1 : at;
    }

    private int best(String folded) {
        int best = 0;
        int most = -1;
        for (String word : words) {
            int at = folded.indexOf(word);
            if (at >= 0) {
                int from = Math.max(0, at - SNIPPET / 4);
                String window = folded.substring(from, Math.min(folded.length(), from + SNIPPET));
                int count = (int) words.stream().filter(window::contains).count();
                if (count > most) {
                    most = count;
                    best = from;
                }
            }
        }
        return best;
    }

    private List<Fragment> mark(String text, int from, int to) {
        String part = text.substring(from, to);
        String folded = Script.lower(Script.fold(part));
        var marked = new boolean[part.length()];
        for (String word : words) {
            for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
                Arrays.fill(marked, at, Math.min(marked.length, at + word.length()), true);
            }
        }
        return runs(part, marked);
    }

    private static List<Fragment> runs(String part, boolean[] marked) {
        var runs = new ArrayList<Fragment>();
        int start = 0;
        for (int i = 1; i <= part.length(); i++) {
            if (i == part.length() || marked[i] != marked[start]) {
                runs.add(new Fragment(part.substring(start, i), marked[start]));
                start = i;
            }
        }
        return runs;
    }
}
