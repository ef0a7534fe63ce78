package org.gongkai.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.account.Colleagues;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.law.Basis;
import org.gongkai.publication.PublicationDesk;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 依申请公开的全部行为：提出、录入，以及流程表的每一行。
 *
 * <p>All verbs. An act takes the version its actor last saw; whoever was slower is refused with {@code request.changedMeanwhile} and
 * nothing changes. Each leaves its journal line in the same transaction.
 */
@Component
@Transactional
public class RequestDesk {

    private final RequestStore store;
    private final PaperStore papers;
    private final AlertStore alerts;
    private final Letters letters;
    private final CaseRoutes routes;
    private final FurtherCases further;
    private final PublicationDesk publication;
    private final Intake intake;
    private final Colleagues colleagues;
    private final WorkingCalendars calendars;
    private final CurrentActor currentActor;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestDesk(
            RequestStore store,
            PaperStore papers,
            AlertStore alerts,
            Letters letters,
            CaseRoutes routes,
            FurtherCases further,
            PublicationDesk publication,
            Intake intake,
            Colleagues colleagues,
            WorkingCalendars calendars,
            CurrentActor currentActor,
            Texts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.alerts = alerts;
        this.letters = letters;
        this.routes = routes;
        this.further = further;
        this.publication = publication;
        this.intake = intake;
        this.colleagues = colleagues;
        this.calendars = calendars;
        this.currentActor = currentActor;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 提出申请：登记，给出受理号和查询码。当面、口头、签收的邮件当场就收到；其余等双方确认。
     *
     * <p>Files an application on line, or enters one that came on paper. The look-up code is shown once.
     */
    @Basis({"OGI-27", "OGI-29", "OGI-31", "OGI-41"})
    public Filed file(Application application) {
        return file(application, today());
    }

    Filed file(Application application, LocalDate today) {
        var clean = intake.clean(application, today);
        mustReach(clean.body());
        var once = clean.once();
        if (once != null) {
            var known = store.withOnce(once);
            if (known.isPresent()) {
                return new Filed(known.get().id, known.get().reference, "", known.get().state);
            }
        }
        var actor = actor();
        var request = new InformationRequest(
                clean.body(),
                clean.channel(),
                intake.arrivedOn(clean, today),
                context(today).moment(clock),
                actor.account(),
                clean.applicant(),
                clean.wanted());
        var code = LookupCode.fresh();
        var enclosures = intake.check(clean.enclosures());
        request.reckon(calendars.current());
        if (isReceived(clean) && !actor.account().equals(Applicants.ACCOUNT)) {
            var day = clean.confirmedOn() == null ? request.arrivedOn : clean.confirmedOn();
            request.perform(RequestAction.CONFIRM, day, Particulars.NONE, actor, context(today));
        }
        store.add(request, LookupCode.digest(code), once, today.getYear(), actor);
        enclosures.forEach(paper -> papers.add(request, Paper.Kind.ATTACHMENT, null, "", paper));
        events.publishEvent(RequestActed.of(
                request, "file", "提出申请", request.arrivedOn, request.kind().basis("OGI-29")));
        var enterBy = request.clock(calendars.current()).enterBy();
        if (request.channel.isEntered() && today.isAfter(enterBy)) {
            alerts.raise(request.id, request.body, request.reference, AlertKind.ENTERED_LATE, enterBy, today);
        }
        for (var act : request.acts) {
            letters.issue(request, act, today, calendars.current());
        }
        return new Filed(request.id, request.reference, code, request.state);
    }

    private static boolean isReceived(Application application) {
        return !application.channel().needsConfirmation() || application.confirmedOn() != null;
    }

    /**
     * 做流程表里的一件事。
     *
     * @param version 操作人看到的版次；空为不查
     * @param on 法律上的日子；空为今天
     * @throws Refused not possible now, not this duty, or not lawful; with the rule
     */
    @Basis("OGI-45")
    public RequestView perform(
            long id, @Nullable Integer version, RequestAction action, @Nullable LocalDate on, Particulars what) {
        return perform(id, version, action, on, what, today());
    }

    /** 同上，连同补正时交来的文件：证据可以后补，和这件事一起入卷。 The same with papers handed in on correction. */
    public RequestView perform(
            long id,
            @Nullable Integer version,
            RequestAction action,
            @Nullable LocalDate on,
            Particulars what,
            List<Application.Enclosure> handedIn) {
        var enclosures = intake.check(handedIn);
        if (!enclosures.isEmpty() && !action.takesPapers()) {
            throw new Refused(Refusal.of("request.papersOnCorrectionOnly"));
        }
        var view = perform(id, version, action, on, what);
        if (!enclosures.isEmpty()) {
            var request = store.read(id);
            int act = request.acts.getLast().number();
            enclosures.forEach(paper -> papers.add(request, Paper.Kind.ATTACHMENT, act, "", paper));
        }
        return view;
    }

    RequestView perform(
            long id,
            @Nullable Integer version,
            RequestAction action,
            @Nullable LocalDate on,
            Particulars what,
            LocalDate today) {
        var actor = actor();
        var request = take(id, version);
        routes.mustBeOn(request, action, actor);
        var clean = intake.clean(what);
        var related = clean.related();
        if (related != null) {
            mustBeTheSameApplicant(request, related, action);
        }
        if (action == RequestAction.DRAFT_REPLY && request.roundOf != null) {
            further.mustNotRepeat(request, clean);
        }
        if (action == RequestAction.ASSIGN) {
            mustBeColleague(request, clean.party());
        }
        var from = request.state;
        var act = request.perform(action, on == null ? today : on, clean, actor, context(today));
        if (action == RequestAction.SPLIT) {
            further.divide(request, act, actor, context(today));
        }
        if (action == RequestAction.REHANDLE) {
            further.rehandle(request, act, actor, context(today));
        }
        if (action == RequestAction.PROPOSE_DISCLOSURE) {
            convert(request);
        }
        store.save(request, actor);
        noteIfLate(request, today);
        announce(request, from, act);
        letters.issue(request, act, today, calendars.current());
        return RequestView.of(request, calendars.current(), today);
    }

    /** 逾期办结的，留下谁也删不掉的一条，不等每小时的那一遍。 */
    private void noteIfLate(InformationRequest request, LocalDate today) {
        if (request.late && request.dueOn != null) {
            alerts.raise(request.id, request.body, request.reference, AlertKind.OVERDUE, request.dueOn, today);
        }
    }

    private void announce(InformationRequest request, RequestState from, Act act) {
        var basis = act.action() == RequestAction.REHANDLE
                ? FurtherCases.kindOf(request, act).orders()
                : request.workflow()
                        .find(from, act.action())
                        .orElseThrow()
                        .basis()
                        .code();
        events.publishEvent(RequestActed.of(
                request,
                act.action().path(),
                texts.get(RequestWorkflow.TABLE.key("action", act.action())),
                act.on(),
                basis));
    }

    /** 转为主动公开：按答复起草一条公开信息，照常审查之后才公开（A-106、R-EXM-11）。 */
    private void convert(InformationRequest request) {
        if (request.reply == null || !request.reply.givesInformation()) {
            throw new Refused(
                    Refusal.of("request.nothingToConvert").basis("OGI-44").rule("R-EXM-11"));
        }
        if (request.disclosure != null) {
            throw new Refused(Refusal.of("request.convertedAlready"));
        }
        var words = request.history()
                .last(RequestAction.DRAFT_REPLY)
                .map(draft -> draft.what().words())
                .orElse("");
        request.disclosure = publication
                .proposeFromReply(request.body, request.reference, title(request.wanted, request.reference), words)
                .id();
    }

    /** 名称、文号是信息的；描述是申请人自己的话，不带到公开的草稿里。 */
    private String title(Wanted wanted, String reference) {
        if (!wanted.title().isEmpty()) {
            return wanted.title();
        }
        return wanted.number().isEmpty() ? texts.get("request.converted.title", reference) : wanted.number();
    }

    /** 重复、合并的，应当是同一申请人的另一件同类申请，不是这件的另一轮；重复的那件还应当已经答复（R-REP-06）。 */
    private void mustBeTheSameApplicant(InformationRequest request, long related, RequestAction action) {
        var other = store.read(related);
        boolean same = other.family() != request.family()
                && other.kind() == request.kind()
                && other.body.equals(request.body)
                && java.security.MessageDigest.isEqual(other.applicantHash, request.applicantHash);
        if (!same) {
            throw new Refused(
                    Refusal.of("request.relatedOfAnother").basis("OGI-36").rule("R-REP-06"));
        }
        if (action == RequestAction.DRAFT_REPLY && other.endedOn == null) {
            throw new Refused(
                    Refusal.of("request.relatedNotAnswered").basis("OGI-36").rule("R-REP-06"));
        }
    }

    private void mustBeColleague(InformationRequest request, @Nullable String login) {
        if (login == null) {
            return; // said by the rules of the act
        }
        boolean self = login.equals(actor().account());
        if (!self && !colleagues.duties(login, request.body).contains(Duty.LIAISON)) {
            throw new Refused(Refusal.of("request.ownerUnknown", login));
        }
        routes.mustHandle(request.body, login);
    }

    private InformationRequest take(long id, @Nullable Integer version) {
        var request = store.take(id);
        if (!actor().reaches(request.body)) {
            throw Refused.missing("request.notFound", String.valueOf(id));
        }
        request.mustBeAt(version);
        return request;
    }

    private void mustReach(String body) {
        if (!actor().reaches(body)) {
            throw new Refused(Refusal.of("request.notYourBody"));
        }
    }

    private ActContext context(LocalDate today) {
        return new ActContext(today, calendars.current());
    }

    private Actor actor() {
        return currentActor.get();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
