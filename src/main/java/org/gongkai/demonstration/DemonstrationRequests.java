package org.gongkai.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.request.Applicant;
import org.gongkai.request.ApplicantKind;
import org.gongkai.request.Application;
import org.gongkai.request.ConsultedParty;
import org.gongkai.request.FeeBasis;
import org.gongkai.request.FilingChannel;
import org.gongkai.request.Opinion;
import org.gongkai.request.PastRequests;
import org.gongkai.request.RemedyKind;
import org.gongkai.request.RemedyResult;
import org.gongkai.request.RequestAction;
import org.gongkai.request.ServiceManner;
import org.gongkai.request.Told;
import org.gongkai.request.Wanted;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 把脚本里的申请一件一件办完，走正式的流程表和规则。 Takes each scripted application through the real table and rules. */
@Component
class DemonstrationRequests {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationRequests.class);

    private final PastRequests past;
    private final DemonstrationStaff staff;
    private final WorkingCalendars calendars;
    private final Sentences sentences;

    DemonstrationRequests(
            PastRequests past, DemonstrationStaff staff, WorkingCalendars calendars, Sentences sentences) {
        this.past = past;
        this.staff = staff;
        this.calendars = calendars;
        this.sentences = sentences;
    }

    /** 办到 today 为止；办不完的还在办。 @return 脚本的序号 → 申请的编号 */
    Map<Integer, Long> perform(List<RequestScript> scripts, LocalDate today) {
        Map<Integer, Long> filed = new HashMap<>();
        for (var script : scripts) {
            try {
                new Handling(script, today, calendars.current(), filed).handle();
            } catch (Refused refused) {
                LOG.warn("示范申请 {} 没有办成 (refused): {}", script.number(), sentences.sentence(refused.refusal()));
            }
        }
        return filed;
    }

    /** One case. Stops where its own time runs out. */
    private final class Handling {

        private final RequestScript script;
        private final LocalDate today;
        private final WorkingCalendar calendar;
        private final Map<Integer, Long> filed;
        private final List<Integer> letters = new ArrayList<>();
        private final Actor handler;
        private LocalDate day;
        private long id;

        Handling(RequestScript script, LocalDate today, WorkingCalendar calendar, Map<Integer, Long> filed) {
            this.script = script;
            this.today = today;
            this.calendar = calendar;
            this.filed = filed;
            this.handler = staff.handler(script.body());
            this.day = calendar.onOrAfter(script.receivedOn());
        }

        void handle() {
            if (day.isAfter(today)) {
                return;
            }
            if (!file()) {
                return;
            }
            if (step(1, Duty.LIAISON, RequestAction.ASSIGN, Told.nothing().party(handler.account()))
                    && prepare()
                    && script.result().isReply()) {
                reply();
            }
        }

        /** @return false when it was filed before the demonstration was cut off: it stays as it was left */
        private boolean file() {
            boolean online = script.channel() == FilingChannel.ONLINE;
            var application = new Application(
                    script.body(),
                    script.channel(),
                    day,
                    script.channel().needsConfirmation() && !online ? day : null,
                    applicant(),
                    new Wanted(script.subject(), "", "", Wanted.SupplyForm.ELECTRONIC, Wanted.SupplyRoute.ONLINE),
                    List.of(),
                    "demonstration-" + script.body() + "-" + script.number());
            var known = past.file(handler, application, day);
            id = known.id();
            filed.put(script.number(), id);
            boolean fresh = !known.code().isEmpty();
            if (fresh && online) {
                act(Duty.LIAISON, RequestAction.CONFIRM, Told.nothing());
            }
            return fresh;
        }

        private Applicant applicant() {
            int person = script.person();
            var kind = script.applicant();
            return new Applicant(
                    kind,
                    kind == ApplicantKind.NATURAL_PERSON ? "示范申请人" + person : "示范单位" + person,
                    "示范证件" + (100_000 + person),
                    kind == ApplicantKind.NATURAL_PERSON ? "" : "示范经办" + person,
                    "000-0000" + (1000 + person),
                    "",
                    "示范路" + person + "号");
        }

        /** What has to come before this result. @return whether the case goes on to a reply */
        private boolean prepare() {
            return switch (script.result()) {
                case NOT_FOUND ->
                    step(
                            2,
                            Duty.LIAISON,
                            RequestAction.RECORD_SEARCH,
                            Told.nothing().words("在档案系统以名称、文号检索，没有找到。"));
                case STILL_UNCLEAR ->
                    correction()
                            && step(
                                    8,
                                    Duty.LIAISON,
                                    RequestAction.RECORD_CORRECTION,
                                    Told.nothing().words("就是那份材料"))
                            && reassign();
                case NOT_CORRECTED ->
                    correction() && step(20, Duty.LIAISON, RequestAction.ABANDON, Told.nothing()) && archive();
                case NOT_PAID ->
                    step(
                                    3,
                                    Duty.SECTION_HEAD,
                                    RequestAction.NOTICE_FEE,
                                    Told.nothing().fee(FeeBasis.PAGES, 68))
                            && step(30, Duty.LIAISON, RequestAction.ABANDON, Told.nothing())
                            && archive();
                case EXCESSIVE ->
                    step(
                                    2,
                                    Duty.LIAISON,
                                    RequestAction.ASK_REASONS,
                                    Told.nothing().words("本月已提出多件相同申请，请说明理由。"))
                            && step(
                                    5,
                                    Duty.LIAISON,
                                    RequestAction.RECORD_REASONS,
                                    Told.nothing().words("没有说明具体理由。").sound(false));
                case OTHER ->
                    step(
                                    4,
                                    Duty.LIAISON,
                                    RequestAction.RECORD_WITHDRAWAL,
                                    Told.nothing().words("申请人来电撤回。"))
                            && archive();
                case PARTIAL -> consultation();
                case NEEDS_PROCESSING ->
                    step(
                            3,
                            Duty.SECTION_HEAD,
                            RequestAction.EXTEND,
                            Told.nothing().words("需要核对多个处室的材料。").days(10));
                default -> true;
            };
        }

        private boolean correction() {
            return step(
                    2,
                    Duty.LIAISON,
                    RequestAction.ASK_CORRECTION,
                    Told.nothing().words("请写明信息的名称或者时间。").until(calendar.plusWorkingDays(day, 15)));
        }

        private boolean reassign() {
            return step(1, Duty.LIAISON, RequestAction.ASSIGN, Told.nothing().party(handler.account()));
        }

        private boolean consultation() {
            return step(
                            3,
                            Duty.LIAISON,
                            RequestAction.CONSULT,
                            Told.nothing()
                                    .words("合同中的报价是否可以公开？")
                                    .party("示范第三方公司")
                                    .consulted(ConsultedParty.THIRD_PARTY))
                    && step(
                            8,
                            Duty.LIAISON,
                            RequestAction.RECORD_OPINION,
                            Told.nothing()
                                    .words("报价属于商业秘密。")
                                    .letter(letters.getLast())
                                    .opinion(Opinion.REFUSED_REASONABLY));
        }

        private void reply() {
            var draft = Told.nothing()
                    .words("关于“" + script.subject() + "”，" + "答复如上。")
                    .reply(script.result())
                    .ground(script.ground());
            var earlier = script.earlier();
            if (earlier != null) {
                draft.related(filed.getOrDefault(earlier, 0L));
            }
            boolean sent = step(2, Duty.LIAISON, RequestAction.DRAFT_REPLY, draft)
                    && step(1, Duty.SECTION_HEAD, RequestAction.APPROVE, Told.nothing())
                    && step(1, Duty.SECRECY_REVIEWER, RequestAction.CLEAR, Told.nothing())
                    && step(1, Duty.SIGNER, RequestAction.SIGN, Told.nothing())
                    && step(
                            script.number() % 13 == 5 ? 30 : 1,
                            Duty.LIAISON,
                            RequestAction.DISPATCH,
                            Told.nothing().manner(ServiceManner.POST, "1000" + (100_000 + script.number())))
                    && step(3, Duty.LIAISON, RequestAction.RECORD_SERVICE, Told.nothing());
            if (sent && archive() && script.number() % 9 == 2) {
                step(
                        20,
                        Duty.LIAISON,
                        RequestAction.RECORD_REMEDY,
                        Told.nothing()
                                .remedy(
                                        RemedyKind.RECONSIDERATION,
                                        RemedyResult.UPHELD,
                                        "示范复〔" + day.getYear() + "〕" + script.number() + "号"));
            }
        }

        private boolean archive() {
            return step(5, Duty.LIAISON, RequestAction.ARCHIVE, Told.nothing());
        }

        /** So many working days later; not at all if that lies ahead. */
        private boolean step(int later, Duty duty, RequestAction action, Told what) {
            var next = calendar.plusWorkingDays(day, later);
            if (next.isAfter(today)) {
                return false;
            }
            day = next;
            act(duty, action, what);
            return true;
        }

        private void act(Duty duty, RequestAction action, Told what) {
            var view = past.perform(actor(duty), id, action, day, what.done(), day);
            if (action == RequestAction.CONSULT) {
                letters.add(view.acts().getLast().number());
            }
        }

        private Actor actor(Duty duty) {
            return duty == Duty.LIAISON ? handler : DemonstrationStaff.reviewer(script.body(), duty);
        }
    }
}
