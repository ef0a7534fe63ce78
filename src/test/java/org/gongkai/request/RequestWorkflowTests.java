package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.law.Statutes;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** 每种申请 × 每个状态 × 每个行为 × 每个岗位：表里有的准，其余一律拒绝。 */
@DisplayName("F-REQ：依申请公开流程表")
class RequestWorkflowTests {

    static Stream<Arguments> cells() {
        return Arrays.stream(CaseKind.values())
                .flatMap(kind -> Arrays.stream(RequestState.values())
                        .flatMap(state -> Arrays.stream(RequestAction.values())
                                .map(action -> Arguments.arguments(kind, state, action))));
    }

    @ParameterizedTest(name = "{0} × {1} × {2}")
    @MethodSource("cells")
    void every_cell_is_decided_by_the_table(CaseKind kind, RequestState state, RequestAction action) {
        var table = RequestWorkflow.of(kind);
        var row = table.find(state, action);
        for (var duty : Duty.values()) {
            var actor = new Actor("x", "x", "B", Set.of(duty), Set.of("B"), false);
            if (row.isPresent() && row.get().duties().contains(duty)) {
                assertThat(table.next(state, action, actor)).isEqualTo(row.get().to());
            } else {
                assertThatThrownBy(() -> table.next(state, action, actor)).isInstanceOf(Refused.class);
            }
        }
        if (row.isPresent() && row.get().duties().isEmpty()) {
            assertThat(table.next(state, action, Actor.SYSTEM))
                    .isEqualTo(row.get().to());
        }
    }

    @Test
    @DisplayName("R-REQ-22：更正申请用同一张表，少了收费、征求意见、说明理由、延期、拆分、转主动公开，依据都是第四十一条")
    void rectification_has_the_same_rows_less_some() {
        var rectifying = RequestWorkflow.of(CaseKind.RECTIFICATION);
        for (var row : rectifying.rows()) {
            var same = RequestWorkflow.TABLE.find(row.from(), row.action()).orElseThrow();
            assertThat(row.to()).isEqualTo(same.to());
            assertThat(row.duties()).isEqualTo(same.duties());
            assertThat(row.basis().code()).isIn("OGI-41", "REC-64");
        }
        assertThat(rectifying.rows().stream().map(row -> row.action()))
                .doesNotContain(
                        RequestAction.NOTICE_FEE,
                        RequestAction.RECORD_PAYMENT,
                        RequestAction.CONSULT,
                        RequestAction.INFORM_THIRD_PARTY,
                        RequestAction.ASK_REASONS,
                        RequestAction.EXTEND,
                        RequestAction.DEFER,
                        RequestAction.SPLIT,
                        RequestAction.PROPOSE_DISCLOSURE);
        assertThat(RequestState.values())
                .filteredOn(state -> !reachable(
                                CaseKind.RECTIFICATION, RequestState.FILED, EnumSet.noneOf(RequestState.class))
                        .contains(state))
                .containsExactly(RequestState.AWAITING_REASONS, RequestState.AWAITING_PAYMENT, RequestState.DIVIDED);
    }

    @Test
    @DisplayName("每一行的依据都在条款表里；申请人自己做的和系统做的，不要岗位")
    void every_row_has_its_article() {
        var statutes = new Statutes();
        for (var row : RequestWorkflow.TABLE.rows()) {
            assertThat(statutes.find(row.basis())).as(row.toString()).isPresent();
            boolean nobody = row.action().isByApplicant()
                    || row.action() == RequestAction.CONFIRM_BY_SYSTEM
                    || row.action() == RequestAction.RECEIVE_ORDER;
            assertThat(row.duties().isEmpty()).as(row.toString()).isEqualTo(nobody);
        }
    }

    @ParameterizedTest
    @EnumSource(CaseKind.class)
    @DisplayName("答复都经过审核、保密审查和签发（R-SEC-01）；没有一条路绕过")
    void no_reply_leads_around_review_and_signature(CaseKind kind) {
        for (var gate :
                List.of(RequestState.REVIEW, RequestState.SECRECY_REVIEW, RequestState.SIGNING, RequestState.SIGNED)) {
            assertThat(reachable(kind, RequestState.FILED, EnumSet.of(gate)))
                    .as("绕过 %s", gate)
                    .doesNotContain(RequestState.REPLIED);
        }
    }

    @Test
    @DisplayName("公开申请的每个状态都到得了")
    void every_state_is_reached() {
        assertThat(reachable(CaseKind.DISCLOSURE, RequestState.FILED, EnumSet.noneOf(RequestState.class)))
                .containsExactlyInAnyOrder(RequestState.values());
    }

    @ParameterizedTest
    @EnumSource(CaseKind.class)
    @DisplayName("从任何没有办结的状态都能走到归档；签发之前申请人都能撤回")
    void nothing_gets_stuck(CaseKind kind) {
        for (var state : reachable(kind, RequestState.FILED, EnumSet.noneOf(RequestState.class))) {
            if (state != RequestState.DIVIDED) {
                assertThat(reachable(kind, state, EnumSet.noneOf(RequestState.class)))
                        .as(state.name())
                        .contains(RequestState.ARCHIVED);
            }
            if (!state.isFinished() && state != RequestState.SIGNED) {
                assertThat(RequestWorkflow.of(kind).find(state, RequestAction.WITHDRAW))
                        .as(state.name())
                        .isPresent();
            }
        }
    }

    private static Set<RequestState> reachable(CaseKind kind, RequestState from, Set<RequestState> closed) {
        var reached = EnumSet.of(from);
        var todo = new ArrayDeque<>(List.of(from));
        while (!todo.isEmpty()) {
            var state = todo.poll();
            for (var row : RequestWorkflow.of(kind).rows()) {
                if (row.from() == state && !closed.contains(row.to()) && reached.add(row.to())) {
                    todo.add(row.to());
                }
            }
        }
        return reached;
    }
}
