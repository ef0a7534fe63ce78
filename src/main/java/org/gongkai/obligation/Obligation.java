package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.law.Basis;
import org.gongkai.law.Term;
import org.jspecify.annotations.Nullable;

/**
 * 一条公开义务：某机构在某日之前应当公开某项信息。
 *
 * <p>What a body owes by a day. Lateness follows from the days; it is never stored.
 *
 * @param name 事项名称
 * @param title 形成的信息的名称；没有时为空串
 * @param startsOn 起算日；定期的为一期首日
 * @param formedOn 信息形成日；定期的还没有形成时为空
 * @param limit 时限代码
 * @param dueOn 最后一日；“及时”等推不出的为空
 * @param endedOn 目录自哪一天起不再要求
 * @param metBy 由哪条公开信息履行
 */
@Term("公开义务")
@Basis("OGI-26")
public record Obligation(
        long id,
        String body,
        String item,
        String area,
        String name,
        ObligationKind kind,
        ObligationState state,
        String title,
        LocalDate startsOn,
        @Nullable LocalDate formedOn,
        @Nullable String limit,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate endedOn,
        @Nullable Long metBy,
        @Nullable LocalDate metOn,
        @Nullable Excused excused) {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** 谁在哪天说明了什么。 */
    public record Excused(Excuse excuse, String reason, LocalDate on, String by) {}

    /** 结局。 */
    public Outcome outcome() {
        return switch (state) {
            case OPEN -> Outcome.OPEN;
            case MET -> late() ? Outcome.MET_LATE : Outcome.MET_ON_TIME;
            case EXCUSED -> Outcome.EXCUSED;
            case VOID -> Outcome.VOID;
        };
    }

    /** 迟延公开。 */
    public boolean late() {
        return state == ObligationState.MET && metOn != null && dueOn != null && metOn.isAfter(dueOn);
    }

    /** 待公开而最后一日已过。 */
    public boolean overdue(LocalDate today) {
        return state == ObligationState.OPEN && dueOn != null && dueOn.isBefore(today);
    }

    /** 清单里排在哪一天：没有办的是最后一日（推不出的排在最后），办了的是办的那一天。 Where it stands in a list. */
    LocalDate listedOn() {
        return Stream.of(metOn, excused == null ? null : excused.on(), endedOn, dueOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(NEVER);
    }

    /** 标题；没有时用事项名称。 */
    public String heading() {
        return title.isEmpty() ? name : title;
    }
}
