package org.gongkai.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.law.LegalBasis;

/**
 * 一个生命周期的流程表。表是唯一的真相：决定、按钮、拒绝、流程图、测试都来自它。
 *
 * <p>The table of one lifecycle.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class Workflow<S extends Enum<S>, A extends Enum<A>> {

    /**
     * 一行：从哪个状态、做什么、到哪个状态、哪个岗位、依据什么。
     *
     * @param duties any one of them may act; empty = the system acts by itself
     */
    public record Row<S, A>(S from, A action, S to, Set<Duty> duties, LegalBasis basis) {}

    private final String name;
    private final List<Row<S, A>> rows;

    private Workflow(String name, List<Row<S, A>> rows) {
        this.name = name;
        this.rows = rows;
        long distinct = rows.stream()
                .map(row -> List.of(row.from(), row.action()))
                .distinct()
                .count();
        if (distinct != rows.size()) {
            throw new IllegalArgumentException(name + ": a state and action pair stands twice");
        }
    }

    /** @param name bundle key of the lifecycle, e.g. {@code publication.workflow} */
    public static <S extends Enum<S>, A extends Enum<A>> Workflow<S, A> of(String name, List<Row<S, A>> rows) {
        return new Workflow<>(name, List.copyOf(rows));
    }

    public static <S, A> Row<S, A> row(S from, A action, S to, String basis, Duty... duties) {
        return new Row<>(from, action, to, Set.of(duties), LegalBasis.of(basis));
    }

    /** 做这件事之后的状态；不能做就抛出 {@link Refused}。 The next state, or a refusal that says what is possible now. */
    public S next(S from, A action, Actor actor) {
        var row = find(from, action)
                .orElseThrow(() -> new Refused(Refusal.of(
                        "workflow.notInThisState",
                        key("action", action),
                        key("state", from),
                        possible(from, actor).stream()
                                .map(each -> key("action", each))
                                .toList())));
        if (!mayAct(row, actor)) {
            throw new Refused(
                    new Refusal("workflow.notYourDuty", List.of(key("action", action), duties(row)), row.basis()));
        }
        return row.to();
    }

    /** 这个人此刻能做的事，用来画按钮。 */
    public List<A> possible(S from, Actor actor) {
        return rows.stream()
                .filter(row -> row.from() == from && !row.duties().isEmpty() && mayAct(row, actor))
                .map(Row::action)
                .toList();
    }

    public Optional<Row<S, A>> find(S from, A action) {
        return rows.stream()
                .filter(row -> row.from() == from && row.action() == action)
                .findFirst();
    }

    public List<Row<S, A>> rows() {
        return rows;
    }

    public String name() {
        return name;
    }

    /** 状态、行为在资源文件里的键，例如 {@code publication.workflow.state.DRAFT}。 */
    public String key(String kind, Enum<?> value) {
        return name + "." + kind + "." + value.name();
    }

    private List<String> duties(Row<S, A> row) {
        return row.duties().stream()
                .sorted()
                .map(duty -> "identity.duty." + duty.name())
                .toList();
    }

    private boolean mayAct(Row<S, A> row, Actor actor) {
        return row.duties().isEmpty()
                ? actor.equals(Actor.SYSTEM)
                : row.duties().stream().anyMatch(actor::has);
    }
}
