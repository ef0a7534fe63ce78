package org.gongkai.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.workflow.Workflow.row;

import java.util.List;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("流程表：同一张表决定、画按钮、说理由、出图")
class WorkflowTests {

    enum State {
        DRAFT,
        REVIEW,
        PUBLIC
    }

    enum Action {
        SUBMIT,
        SEND_BACK,
        APPROVE,
        EXPIRE
    }

    private static final Workflow<State, Action> TABLE = Workflow.of(
            "sample.workflow",
            List.of(
                    row(State.DRAFT, Action.SUBMIT, State.REVIEW, "OGI-17", Duty.LIAISON),
                    row(State.REVIEW, Action.SEND_BACK, State.DRAFT, "OGI-17", Duty.SIGNER, Duty.SECTION_HEAD),
                    row(State.REVIEW, Action.APPROVE, State.PUBLIC, "OGI-26", Duty.SIGNER),
                    row(State.PUBLIC, Action.EXPIRE, State.DRAFT, "OGI-18")));

    private static final Actor LIAISON = new Actor("l", "联络员", "b", Set.of(Duty.LIAISON), Set.of("b"), false);
    private static final Actor SIGNER = new Actor("s", "签发人", "b", Set.of(Duty.SIGNER), Set.of("b"), false);

    @Test
    @DisplayName("有岗位、状态对，就到下一个状态")
    void the_right_duty_in_the_right_state_moves_on() {
        assertThat(TABLE.next(State.DRAFT, Action.SUBMIT, LIAISON)).isEqualTo(State.REVIEW);
    }

    @Test
    @DisplayName("岗位不对：拒绝并说明依据哪一条")
    void the_wrong_duty_is_refused_with_the_article() {
        assertThatThrownBy(() -> TABLE.next(State.REVIEW, Action.APPROVE, LIAISON))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().messageKey()).isEqualTo("workflow.notYourDuty");
                    assertThat(refused.refusal().basis()).extracting("code").isEqualTo("OGI-26");
                });
    }

    @Test
    @DisplayName("状态不对：拒绝并说出现在能做什么")
    void the_wrong_state_is_refused_with_what_is_possible() {
        assertThatThrownBy(() -> TABLE.next(State.DRAFT, Action.APPROVE, SIGNER))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().messageKey()).isEqualTo("workflow.notInThisState"));
        assertThat(TABLE.possible(State.REVIEW, SIGNER)).containsExactly(Action.SEND_BACK, Action.APPROVE);
        assertThat(TABLE.possible(State.REVIEW, LIAISON)).isEmpty();
    }

    @Test
    @DisplayName("没有岗位的行只有系统能做，任何人都看不到按钮")
    void a_row_without_a_duty_belongs_to_the_system() {
        assertThat(TABLE.next(State.PUBLIC, Action.EXPIRE, Actor.SYSTEM)).isEqualTo(State.DRAFT);
        assertThat(TABLE.possible(State.PUBLIC, SIGNER)).isEmpty();
        assertThatThrownBy(() -> TABLE.next(State.PUBLIC, Action.EXPIRE, SIGNER))
                .isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("流程图里每一行都有，文字与图一致")
    void the_chart_shows_every_row() {
        var chart = new FlowChart<>(TABLE, key -> key);

        assertThat(chart.lines()).hasSize(4).anyMatch(line -> line.contains("action.SEND_BACK"));
        assertThat(chart.svg())
                .contains("state.DRAFT", "state.REVIEW", "state.PUBLIC", "identity.duty.SIGNER", "OGI-26");
        assertThat(chart.svg().split("marker-end", -1)).hasSize(5);
    }

    @Test
    @DisplayName("同一状态的同一行为写了两次：不许")
    void a_pair_may_stand_only_once() {
        assertThatThrownBy(() -> Workflow.of(
                        "twice",
                        List.of(
                                row(State.DRAFT, Action.SUBMIT, State.REVIEW, "OGI-17"),
                                row(State.DRAFT, Action.SUBMIT, State.PUBLIC, "OGI-17"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
