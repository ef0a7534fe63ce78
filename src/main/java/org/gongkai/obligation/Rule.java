package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 一条规则：目录的一行对一个机构的要求，从某日起。 One catalogue row for one body, from a day on.
 *
 * @param limitKind 时限种类的代码
 * @param endedOn 自哪一天起不再要求
 */
record Rule(
        Pair pair,
        LocalDate effectiveFrom,
        Terms terms,
        @Nullable LocalDate endedOn) {

    /** 一个机构的一个事项。 */
    record Pair(String item, String body) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byBody = body.compareTo(other.body);
            return byBody == 0 ? item.compareTo(other.item) : byBody;
        }
    }

    /** 要求的内容。 */
    record Terms(String area, String name, @Nullable String limit, String limitKind, long version) {

        boolean sameDemand(Terms other) {
            return area.equals(other.area)
                    && name.equals(other.name)
                    && java.util.Objects.equals(limit, other.limit)
                    && limitKind.equals(other.limitKind);
        }

        Optional<TimeLimit> timeLimit() {
            if (limit == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(TimeLimit.ofCode(limit));
            } catch (Refused unreadable) {
                return Optional.empty(); // unknown is said: no due date
            }
        }

        Optional<TimeLimit.Periodic> periodic() {
            return timeLimit().filter(TimeLimit.Periodic.class::isInstance).map(TimeLimit.Periodic.class::cast);
        }

        ObligationKind eventKind() {
            boolean atOnce = limitKind.equals("REALTIME") || limitKind.equals("PROMPT");
            return atOnce ? ObligationKind.IMMEDIATE : ObligationKind.FORMED;
        }
    }

    Rule ended(@Nullable LocalDate day) {
        return new Rule(pair, effectiveFrom, terms, day);
    }

    Rule with(Terms newTerms) {
        return new Rule(pair, effectiveFrom, newTerms, endedOn);
    }
}
