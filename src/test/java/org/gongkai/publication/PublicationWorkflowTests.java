package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** 每个状态 × 每个行为 × 每个岗位：表里有的准，其余一律拒绝。 */
@DisplayName("M1：信息发布流程表")
class PublicationWorkflowTests {

    static Stream<Arguments> cells() {
        return Arrays.stream(EditionState.values())
                .flatMap(state ->
                        Arrays.stream(PublicationAction.values()).map(action -> Arguments.arguments(state, action)));
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("cells")
    void every_cell_is_decided_by_the_table(EditionState state, PublicationAction action) {
        var row = PublicationWorkflow.TABLE.find(state, action);
        for (var duty : Duty.values()) {
            var actor = new Actor("x", "x", "B", Set.of(duty), Set.of("B"), false);
            if (row.isPresent() && row.get().duties().contains(duty)) {
                assertThat(PublicationWorkflow.TABLE.next(state, action, actor))
                        .isEqualTo(row.get().to());
            } else {
                assertThatThrownBy(() -> PublicationWorkflow.TABLE.next(state, action, actor))
                        .isInstanceOf(Refused.class);
            }
        }
        if (row.isPresent() && row.get().duties().isEmpty()) {
            assertThat(PublicationWorkflow.TABLE.next(state, action, Actor.SYSTEM))
                    .isEqualTo(row.get().to());
        }
    }

    @Test
    @DisplayName("R-SEC-01：任何一条到“已公开”的路都经过保密审查，再经过签发")
    void no_way_to_publication_leads_around_the_secrecy_review() {
        assertThat(reachable(EditionState.DRAFT, EnumSet.of(EditionState.SECRECY_REVIEW, EditionState.REFERRED)))
                .doesNotContain(
                        EditionState.SIGNING, EditionState.SCHEDULED, EditionState.PUBLISHED, EditionState.REGISTERED);
        assertThat(reachable(EditionState.DRAFT, EnumSet.of(EditionState.SIGNING)))
                .doesNotContain(EditionState.SCHEDULED, EditionState.PUBLISHED, EditionState.REGISTERED);
        assertThat(reachable(EditionState.DRAFT, EnumSet.noneOf(EditionState.class)))
                .contains(EditionState.PUBLISHED, EditionState.WITHDRAWN, EditionState.REGISTERED);
    }

    private static Set<EditionState> reachable(EditionState from, Set<EditionState> closed) {
        var reached = EnumSet.of(from);
        var todo = new java.util.ArrayDeque<>(List.of(from));
        while (!todo.isEmpty()) {
            var state = todo.poll();
            for (var row : PublicationWorkflow.TABLE.rows()) {
                if (row.from() == state && !closed.contains(row.to()) && reached.add(row.to())) {
                    todo.add(row.to());
                }
            }
        }
        return reached;
    }
}
