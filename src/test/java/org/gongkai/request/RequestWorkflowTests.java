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
import org.junit.jupiter.params.provider.MethodSource;

/** 每个状态 × 每个行为 × 每个岗位：表里有的准，其余一律拒绝。 */
@DisplayName("F-REQ：依申请公开流程表")
class RequestWorkflowTests {

    static Stream<Arguments> cells() {
        return Arrays.stream(RequestState.values())
                .flatMap(state ->
                        Arrays.stream(RequestAction.values()).map(action -> Arguments.arguments(state, action)));
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("cells")
    void every_cell_is_decided_by_the_table(RequestState state, RequestAction action) {
        var row = RequestWorkflow.TABLE.find(state, action);
        for (var duty : Duty.values()) {
            var actor = new Actor("x", "x", "B", Set.of(duty), Set.of("B"), false);
            if (row.isPresent() && row.get().duties().contains(duty)) {
                assertThat(RequestWorkflow.TABLE.next(state, action, actor))
                        .isEqualTo(row.get().to());
            } else {
                assertThatThrownBy(() -> RequestWorkflow.TABLE.next(state, action, actor))
                        .isInstanceOf(Refused.class);
            }
        }
        if (row.isPresent() && row.get().duties().isEmpty()) {
            assertThat(RequestWorkflow.TABLE.next(state, action, Actor.SYSTEM))
                    .isEqualTo(row.get().to());
        }
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

    @Test
    @DisplayName("答复都经过审核、保密审查和签发（R-SEC-01）；没有一条路绕过")
    void no_reply_leads_around_review_and_signature() {
        for (var gate :
                List.of(RequestState.REVIEW, RequestState.SECRECY_REVIEW, RequestState.SIGNING, RequestState.SIGNED)) {
            assertThat(reachable(RequestState.FILED, EnumSet.of(gate)))
                    .as("绕过 %s", gate)
                    .doesNotContain(RequestState.REPLIED);
        }
        assertThat(reachable(RequestState.FILED, EnumSet.noneOf(RequestState.class)))
                .containsExactlyInAnyOrder(RequestState.values());
    }

    @Test
    @DisplayName("从任何没有办结的状态都能走到归档；签发之前申请人都能撤回")
    void nothing_gets_stuck() {
        for (var state : RequestState.values()) {
            if (state != RequestState.DIVIDED) {
                assertThat(reachable(state, EnumSet.noneOf(RequestState.class)))
                        .as(state.name())
                        .contains(RequestState.ARCHIVED);
            }
            if (!state.isFinished() && state != RequestState.SIGNED) {
                assertThat(RequestWorkflow.TABLE.find(state, RequestAction.WITHDRAW))
                        .as(state.name())
                        .isPresent();
            }
        }
    }

    private static Set<RequestState> reachable(RequestState from, Set<RequestState> closed) {
        var reached = EnumSet.of(from);
        var todo = new ArrayDeque<>(List.of(from));
        while (!todo.isEmpty()) {
            var state = todo.poll();
            for (var row : RequestWorkflow.TABLE.rows()) {
                if (row.from() == state && !closed.contains(row.to()) && reached.add(row.to())) {
                    todo.add(row.to());
                }
            }
        }
        return reached;
    }
}
