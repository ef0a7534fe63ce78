package org.gongkai.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * 由流程表生成的流程图：SVG 给人看，文字清单给读屏软件和文档。图与程序不可能不一致，因为它们是同一张表。
 *
 * <p>The chart of a lifecycle, drawn from the rows that decide. States stand in one column; an act to the next state is a
 * straight arrow, a jump forward bends to the right, a way back bends to the left.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class FlowChart<S extends Enum<S>, A extends Enum<A>> {

    private static final int BOX_WIDTH = 200;
    private static final int BOX_HEIGHT = 44;
    private static final int GAP = 76;
    private static final int LANE = 34;
    private static final int SMALL = 13;
    private static final int LINE = 15;
    private static final int FIRST_LINE = 12;

    private final Workflow<S, A> workflow;
    private final UnaryOperator<String> text;
    private final Function<Workflow.Row<S, A>, String> nobody;
    private final List<S> states;

    /** @param text gives the sentence for a bundle key */
    public FlowChart(Workflow<S, A> workflow, UnaryOperator<String> text) {
        this(workflow, text, row -> text.apply("identity.duty.SYSTEM"));
    }

    /** @param nobody who acts where the row names no duty: the system, or somebody without an account */
    public FlowChart(Workflow<S, A> workflow, UnaryOperator<String> text, Function<Workflow.Row<S, A>, String> nobody) {
        this.workflow = workflow;
        this.text = text;
        this.nobody = nobody;
        var order = new LinkedHashSet<S>();
        workflow.rows().forEach(row -> order.add(row.from()));
        workflow.rows().forEach(row -> order.add(row.to()));
        this.states = List.copyOf(order);
    }

    /** 一行一步：从哪个状态、谁、做什么、到哪个状态、依据。 */
    public List<String> lines() {
        return workflow.rows().stream()
                .map(row -> state(row.from()) + "：" + who(row) + action(row) + " → " + state(row.to()) + "（"
                        + row.basis().code() + "）")
                .toList();
    }

    /** 完整的 SVG 文档，带标题和文字说明。 */
    public String svg() {
        var forward = lanes(true);
        var backward = lanes(false);
        int left = backward.size() * LANE + labelWidth();
        int width = left + BOX_WIDTH + forward.size() * LANE + labelWidth();
        int height = states.size() * GAP + 24;
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
                        .formatted(width, height, width, height));
        svg.append("<title>%s</title><desc>%s</desc>"
                .formatted(escape(text.apply(workflow.name())), escape(String.join("；", lines()))));
        svg.append(
                "<defs><marker id=\"end\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
                        + "<path d=\"M0 0L8 4L0 8z\" fill=\"#4A5560\"/></marker></defs>");
        var drawn = new ArrayList<Drawn>();
        states.forEach(state -> drawn.add(box(state, left)));
        workflow.rows().stream().filter(this::isNext).forEach(row -> drawn.add(straight(row, left)));
        forward.forEach(row -> drawn.add(bent(row, left + BOX_WIDTH, forward, 1)));
        backward.forEach(row -> drawn.add(bent(row, left, backward, -1)));
        drawn.forEach(part -> svg.append(part.shape()));
        drawn.forEach(part -> svg.append(part.words()));
        return svg.append("</svg>").toString();
    }

    /** 图形在下，文字都在上。 A part of the picture: all words lie above all lines. */
    private record Drawn(String shape, String words) {}

    private List<Workflow.Row<S, A>> lanes(boolean forward) {
        var rows = new ArrayList<Workflow.Row<S, A>>();
        for (var row : workflow.rows()) {
            boolean ahead = states.indexOf(row.to()) > states.indexOf(row.from());
            if (!isNext(row) && ahead == forward) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The first row from a state to the one below it; further ones between the same pair bend. */
    private boolean isNext(Workflow.Row<S, A> row) {
        return states.indexOf(row.to()) == states.indexOf(row.from()) + 1
                && workflow.rows().stream()
                        .filter(other -> other.from() == row.from() && other.to() == row.to())
                        .findFirst()
                        .filter(row::equals)
                        .isPresent();
    }

    private Drawn box(S state, int left) {
        return new Drawn(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"#EAF2FB\" stroke=\"#0B57A4\"/>"
                        .formatted(left, top(state), BOX_WIDTH, BOX_HEIGHT),
                label(left + BOX_WIDTH / 2, top(state) + 27, "middle", 15, state(state)));
    }

    private Drawn straight(Workflow.Row<S, A> row, int left) {
        int x = left + BOX_WIDTH / 2;
        int from = top(row.from()) + BOX_HEIGHT;
        int to = top(row.to());
        return new Drawn(
                "<path d=\"M%d %dV%d\" stroke=\"#4A5560\" fill=\"none\" marker-end=\"url(#end)\"/>"
                        .formatted(x, from, to),
                label(x + 8, (from + to) / 2 + 4, "start", SMALL, who(row) + action(row)));
    }

    private Drawn bent(Workflow.Row<S, A> row, int edge, List<Workflow.Row<S, A>> lanes, int side) {
        int x = edge + side * (lanes.indexOf(row) + 1) * LANE;
        long place = lanes.stream()
                .limit(lanes.indexOf(row))
                .filter(other -> other.from() == row.from())
                .count();
        int words = top(row.from()) + FIRST_LINE + Math.toIntExact(place) * LINE;
        int from = Math.min(words, top(row.from()) + BOX_HEIGHT - 4);
        int to = top(row.to()) + BOX_HEIGHT / 2 - 3 * lanes.indexOf(row) % BOX_HEIGHT / 2;
        return new Drawn(
                "<path d=\"M%d %dH%dV%dH%d\" stroke=\"#4A5560\" fill=\"none\" stroke-dasharray=\"4 3\" marker-end=\"url(#end)\"/>"
                        .formatted(edge, from, x, to, edge),
                label(x + side * 5, words - 3, side > 0 ? "start" : "end", SMALL, who(row) + action(row)));
    }

    /** Wide enough for the longest label. */
    private int labelWidth() {
        return workflow.rows().stream()
                                .mapToInt(row -> (who(row) + action(row)).length())
                                .max()
                                .orElse(0)
                        * SMALL
                + LANE;
    }

    private int top(S state) {
        return 12 + states.indexOf(state) * GAP;
    }

    private String state(S state) {
        return text.apply(workflow.key("state", state));
    }

    private String action(Workflow.Row<S, A> row) {
        return text.apply(workflow.key("action", row.action()));
    }

    private String who(Workflow.Row<S, A> row) {
        if (row.duties().isEmpty()) {
            return nobody.apply(row) + " ";
        }
        return row.duties().stream()
                        .sorted()
                        .map(duty -> text.apply("identity.duty." + duty.name()))
                        .collect(Collectors.joining("、"))
                + " ";
    }

    private static String label(int x, int y, String anchor, int size, String words) {
        String halo = size == SMALL ? " stroke=\"#FFFFFF\" stroke-width=\"4\" paint-order=\"stroke\"" : "";
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"%d\" fill=\"#1B1F24\"%s>%s</text>"
                .formatted(x, y, anchor, size, halo, escape(words));
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
