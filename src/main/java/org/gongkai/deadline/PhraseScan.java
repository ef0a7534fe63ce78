package org.gongkai.deadline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.deadline.TimeLimitPhrase.Also;

/** 扫描的过程：读懂的部分遮去，剩下的还要检查；以及发现的说法和疑问。 What is left of a phrase while readers take their parts out of it. */
final class PhraseScan {

    /** Stands for a character somebody has understood. */
    static final char TAKEN = '\u0001';

    private final StringBuilder left;
    final List<PhraseClaim> claims = new ArrayList<>();
    final List<String> doubts = new ArrayList<>();
    final List<String> obstacles = new ArrayList<>();
    final Set<Also> also = EnumSet.noneOf(Also.class);

    PhraseScan(String text) {
        this.left = new StringBuilder(text);
    }

    String left() {
        return left.toString();
    }

    void take(int from, int to) {
        for (int i = from; i < to; i++) {
            left.setCharAt(i, TAKEN);
        }
    }

    Matcher match(Pattern pattern) {
        return pattern.matcher(left());
    }

    /** Takes each match out; the number of matches. */
    int takeAll(Pattern pattern) {
        int found = 0;
        for (Matcher matcher = match(pattern); matcher.find(); matcher = match(pattern)) {
            take(matcher.start(), matcher.end());
            found++;
        }
        return found;
    }

    /** 有把握但要请人看。 */
    void doubt(String why) {
        doubts.add(why);
    }

    /** 说不出一个期限。 */
    void obstacle(String why) {
        obstacles.add(why);
    }
}
