package org.gongkai.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.publication.spi.ReviewNotes;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 等这个人审核、保密审查、签发的答复：放在他的首屏上，点开就能办。最后一日近的在前。
 *
 * <p>Replies that wait for this person's decision, the soonest due first; on his first screen, so that signing one takes two clicks.
 */
@Component
@Transactional(readOnly = true)
class CasesToDecide implements ReviewNotes {

    private static final int MOST = 20;
    private static final Set<RequestAction> DECISIONS =
            Set.of(RequestAction.APPROVE, RequestAction.CLEAR, RequestAction.SIGN);

    private final JdbcClient jdbc;
    private final RequestStore store;
    private final CaseRoutes routes;
    private final Texts texts;

    CasesToDecide(JdbcClient jdbc, RequestStore store, CaseRoutes routes, Texts texts) {
        this.jdbc = jdbc;
        this.store = store;
        this.routes = routes;
        this.texts = texts;
    }

    @Override
    public List<Note> of(Actor actor) {
        Map<RequestState, RequestAction> his = new HashMap<>();
        RequestWorkflow.TABLE.rows().stream()
                .filter(row -> DECISIONS.contains(row.action()) && isHis(row, actor))
                .forEach(row -> his.put(row.from(), row.action()));
        return his.isEmpty() ? List.of() : waiting(his, actor);
    }

    private static boolean isHis(Workflow.Row<RequestState, RequestAction> row, Actor actor) {
        return row.duties().stream().anyMatch(actor::has);
    }

    /** 自己拟的不由自己审（R-SEC-01）；不在办理路径上的不列。 */
    private List<Note> waiting(Map<RequestState, RequestAction> his, Actor actor) {
        Map<String, Boolean> on = new HashMap<>();
        return jdbc
                .sql("select * from request.request where state = any (?) and drafter is distinct from ?"
                        + " order by due_on nulls last, id limit " + MOST)
                .param(his.keySet().stream().map(Enum::name).toArray(String[]::new))
                .param(actor.account())
                .query(store::row)
                .list()
                .stream()
                .filter(request -> on.computeIfAbsent(
                        request.body + " " + request.state,
                        key -> routes.isOn(request.body, request.state, action(his, request), actor)))
                .map(this::note)
                .toList();
    }

    private static RequestAction action(Map<RequestState, RequestAction> his, InformationRequest request) {
        return his.getOrDefault(request.state, RequestAction.SIGN);
    }

    private Note note(InformationRequest request) {
        return new Note(
                texts.get(
                        "request.note.decide",
                        request.reference,
                        request.wanted.headline(),
                        texts.get("request.caseKind." + request.kind().name())),
                texts.get(RequestWorkflow.TABLE.key("state", request.state)),
                "/desk/requests/" + request.id);
    }
}
