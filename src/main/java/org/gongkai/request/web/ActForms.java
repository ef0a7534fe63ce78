package org.gongkai.request.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.account.Colleagues;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.request.ActForm;
import org.gongkai.request.CaseKind;
import org.gongkai.request.ConsultedParty;
import org.gongkai.request.FeeBasis;
import org.gongkai.request.Opinion;
import org.gongkai.request.RemedyKind;
import org.gongkai.request.RemedyResult;
import org.gongkai.request.ReplyKind;
import org.gongkai.request.RequestAction;
import org.gongkai.request.RequestLine;
import org.gongkai.request.RequestView;
import org.gongkai.request.Requests;
import org.gongkai.request.ServiceManner;
import org.gongkai.ui.Dates;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 当前操作人此刻能做的每件事，各一张表单。 A form for each act the actor may do now. */
@Component
class ActForms {

    private static final int USUAL_CORRECTION = 15;
    private static final Set<RequestAction> UNUSUAL = Set.of(
            RequestAction.RECORD_WITHDRAWAL,
            RequestAction.NOTICE_FEE,
            RequestAction.CONFER,
            RequestAction.EXTEND,
            RequestAction.DEFER,
            RequestAction.ABANDON,
            RequestAction.RETURN,
            RequestAction.RECORD_REMEDY,
            RequestAction.REHANDLE);

    private final Requests requests;
    private final Colleagues colleagues;
    private final Options options;
    private final CurrentActor actors;
    private final Texts texts;
    private final Clock clock;

    ActForms(Requests requests, Colleagues colleagues, Options options, CurrentActor actors, Texts texts, Clock clock) {
        this.requests = requests;
        this.colleagues = colleagues;
        this.options = options;
        this.actors = actors;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * 已经读过的，不再读一遍。
     *
     * @param others 同一申请人的其他申请
     * @param monthly 这个申请人当月已经提出几件
     */
    record Known(RequestView view, List<RequestLine> others, int monthly) {}

    /**
     * 全部表单。
     *
     * @param tried 刚才做的、被拒绝的那件；空串为没有
     * @param typed 刚才填的
     */
    List<ActForm> of(Known known, String tried, Map<String, String> typed, String refusal) {
        var view = known.view();
        var possible = requests.possible(view).stream()
                .filter(action -> action.path().equals(tried) || isOffered(action, view))
                .toList();
        var usual = usual(possible);
        return possible.stream()
                .map(action -> {
                    boolean again = action.path().equals(tried);
                    return new ActForm(
                            action.name(),
                            "/desk/requests/" + view.id() + "/" + action.path(),
                            ActField.of(action, view.caseKind()).stream()
                                    .map(field -> item(field, known, action, again ? typed : Map.of()))
                                    .toList(),
                            again ? refusal : "",
                            tried.isEmpty() && action == usual);
                })
                .toList();
    }

    /** 一定会被拒绝的不摆出来：只能做一次的做过了，自己拟的自己审，没有要执行的决定另起一轮，重新办理的一轮拆、并。 */
    private boolean isOffered(RequestAction action, RequestView view) {
        return switch (action) {
            case ASK_CORRECTION, EXTEND -> !view.has(action);
            case APPROVE, CLEAR, SIGN -> !actors.get().account().equals(view.drafter());
            case PROPOSE_DISCLOSURE -> view.isConvertible();
            case REHANDLE -> !view.openOrders().isEmpty();
            case SPLIT, MERGE -> view.roundOf() == null;
            default -> true;
        };
    }

    /** 最可能的下一步，表单打开着；撤回、终止、退回、收费、延期要自己点开。 What usually comes next; never what ends a case unasked. */
    private static @Nullable RequestAction usual(List<RequestAction> possible) {
        return possible.contains(RequestAction.DRAFT_REPLY)
                ? RequestAction.DRAFT_REPLY
                : possible.stream()
                        .filter(action -> !UNUSUAL.contains(action))
                        .findFirst()
                        .orElse(null);
    }

    private ActForm.Item item(ActField field, Known known, RequestAction action, Map<String, String> typed) {
        var value = typed.getOrDefault(field.field(), preset(field, known, action));
        return new ActForm.Item(
                field.field(),
                texts.get("request.act." + field.name() + (renamed(field, action) ? "." + action.name() : "")),
                kind(field),
                choices(field, known, action),
                value);
    }

    private static String kind(ActField field) {
        return switch (field) {
            case ON, UNTIL -> "date";
            case WORDS -> "area";
            case DAYS, COUNT -> "number";
            case PARTY, REFERENCE -> "text";
            case PAPERS -> "file";
            default -> "choice";
        };
    }

    private String preset(ActField field, Known known, RequestAction action) {
        var view = known.view();
        if (action == RequestAction.REHANDLE) {
            return rehandling(field, view);
        }
        return switch (field) {
            case ON -> LocalDate.now(clock).toString();
            case UNTIL -> LocalDate.now(clock).plusDays(USUAL_CORRECTION + 6L).toString();
            case DAYS -> "20";
            case COUNT -> String.valueOf(known.monthly());
            case WORDS -> action == RequestAction.SPLIT ? view.wanted().description() : "";
            default -> "";
        };
    }

    private static boolean renamed(ActField field, RequestAction action) {
        return action == RequestAction.REHANDLE && field != ActField.WORDS
                || action == RequestAction.DRAFT_REPLY && field == ActField.PARTY;
    }

    /** The last case number still to be carried out; the period only if the decision fixes one. */
    private String rehandling(ActField field, RequestView view) {
        return switch (field) {
            case ON -> LocalDate.now(clock).toString();
            case REFERENCE ->
                view.openOrders().isEmpty() ? "" : view.openOrders().getLast();
            default -> "";
        };
    }

    private Map<String, String> choices(ActField field, Known known, RequestAction action) {
        var view = known.view();
        return switch (field) {
            case OWNER -> colleagues(view.body());
            case FEE -> options.of(FeeBasis.class, "request.fee.basis");
            case CONSULTED -> options.of(ConsultedParty.class, "request.consulted");
            case OPINION -> options.of(Opinion.class, "request.opinion");
            case SOUND -> yesNo();
            case REPLY -> replies(view.caseKind());
            case GROUND -> options.of(NonDisclosureGround.class, "publication.ground");
            case MANNER -> options.of(ServiceManner.class, "request.manner");
            case REMEDY -> options.of(RemedyKind.class, "request.remedyKind");
            case RESULT -> options.of(RemedyResult.class, "request.remedyResult");
            case LETTER -> letters(view, action);
            case RELATED -> others(known);
            default -> Map.of();
        };
    }

    private Map<String, String> colleagues(String body) {
        Map<String, String> found = new LinkedHashMap<>();
        colleagues.whoReach(body, Duty.LIAISON).forEach(each -> found.put(each.login(), each.name()));
        return found;
    }

    private Map<String, String> yesNo() {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("true", texts.get("request.sound.true"));
        both.put("false", texts.get("request.sound.false"));
        return both;
    }

    private Map<String, String> replies(CaseKind kind) {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("", texts.get("request.apply.choose.one"));
        for (var reply : ReplyKind.of(kind)) {
            if (reply.isReply()) {
                found.put(reply.name(), texts.get("request.reply." + reply.name()));
            }
        }
        return found;
    }

    private Map<String, String> letters(RequestView view, RequestAction action) {
        Map<String, String> found = new LinkedHashMap<>();
        view.acts().stream()
                .filter(act -> act.action() == RequestAction.CONSULT
                        || action == RequestAction.RECORD_DELIVERY && act.action() == RequestAction.NOTICE_FEE)
                .forEach(act -> found.put(
                        String.valueOf(act.number()),
                        texts.get(
                                "request.letter",
                                act.number(),
                                Dates.iso(act.on()),
                                act.what().party() == null ? "" : act.what().party())));
        return found;
    }

    /** 能合并、能说是重复的，只有同类的。 */
    private Map<String, String> others(Known known) {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("", texts.get("request.apply.choose.one"));
        known.others().stream()
                .filter(line -> line.caseKind() == known.view().caseKind())
                .forEach(line -> found.put(String.valueOf(line.id()), line.reference() + " " + line.headline()));
        return found;
    }
}
