package org.gongkai.request;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.publication.NonDisclosureGround;
import org.jspecify.annotations.Nullable;

/**
 * 一件申请，给办理的人看。
 *
 * <p>One case as its handlers see it; {@code remaining} is in working days, negative once late.
 *
 * @param remaining 还剩几个工作日，负数为已超过；停着、未收到的为空
 * @param applicantDue 申请人补正、缴费的最后一日
 * @param annualRow 年报表三的行；没有办结的、又一轮的为空
 * @param drafter 拟答复的账号；他不能自己审、自己签（R-SEC-01）
 * @param roundOf 按决定重新办理的，第一轮的编号
 * @param acts 经过，按先后
 */
public record RequestView(
        long id,
        int version,
        String body,
        String reference,
        RequestState state,
        FilingChannel channel,
        LocalDate arrivedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate endedOn,
        boolean late,
        @Nullable Integer remaining,
        RequestClock.Standing standing,
        @Nullable LocalDate applicantDue,
        boolean provisional,
        @Nullable String owner,
        @Nullable String drafter,
        Applicant applicant,
        Wanted wanted,
        @Nullable ReplyKind reply,
        @Nullable NonDisclosureGround ground,
        @Nullable String annualRow,
        @Nullable Long parent,
        @Nullable Long roundOf,
        @Nullable Long disclosure,
        List<Act> acts) {

    static RequestView of(InformationRequest request, WorkingCalendar calendar, LocalDate today) {
        var clock = request.clock(calendar);
        return new RequestView(
                request.id,
                request.version,
                request.body,
                request.reference,
                request.state,
                request.channel,
                request.arrivedOn,
                request.receivedOn,
                clock.due().orElse(null),
                request.endedOn,
                clock.isLate(today),
                clock.remaining(today).orElse(null),
                clock.standing(),
                clock.applicantDue().orElse(null),
                clock.isProvisional(),
                request.owner,
                request.drafter,
                request.applicant,
                request.wanted,
                request.reply,
                request.ground,
                request.roundOf == null ? request.annualRow() : null,
                request.parent,
                request.roundOf,
                request.disclosure,
                List.copyOf(request.acts));
    }

    /** 结果纠正、还没有另起一轮的各份决定的案号，按登记的先后。 Case numbers of decisions still to be carried out. */
    public List<String> openOrders() {
        return history().openOrders().stream()
                .map(act -> String.valueOf(act.what().reference()))
                .toList();
    }

    /** 已经做过这件事。 Whether this has been done. */
    public boolean has(RequestAction action) {
        return history().has(action);
    }

    /** 可以建议转为主动公开：给过信息，还没有转。 Whether it can still be proposed for disclosure. */
    public boolean isConvertible() {
        return disclosure == null && reply != null && reply.givesInformation();
    }

    public CaseKind caseKind() {
        return wanted.caseKind();
    }

    CaseHistory history() {
        return new CaseHistory(caseKind(), channel, arrivedOn, acts);
    }

    @Override
    public String toString() {
        return "RequestView[" + reference + ", " + state + "]";
    }
}
