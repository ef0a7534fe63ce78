package org.gongkai.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.database.RowScope;
import org.gongkai.deadline.StatutoryLimits;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.law.Statutes;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.FlowChart;
import org.gongkai.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 办理流程图：由正在运行的流程表画出，连同谁来做、多少时间、依据哪一条，和一年来实际用了几天（N3）。
 *
 * <p>The published chart. It is drawn from the rows that decide, so it cannot differ from practice; the days are those of real cases.
 */
@Component
public class RequestFlow {

    private static final int FEWEST = 5;
    private static final Set<RequestAction> ANYWHERE = Set.of(RequestAction.WITHDRAW, RequestAction.RECORD_WITHDRAWAL);

    private final Texts texts;
    private final Statutes statutes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestFlow(Texts texts, Statutes statutes, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.texts = texts;
        this.statutes = statutes;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * 流程的一步，给人读。
     *
     * @param limit 时限；没有的为空
     * @param basis 依据，例如《中华人民共和国政府信息公开条例》第三十条
     */
    public record Step(
            String from,
            String who,
            String action,
            String to,
            @Nullable String limit,
            String basis) {}

    /** 某一状态实际停留天数的中位数。 */
    public record Median(String state, double days, long cases) {}

    /** SVG；原地不动的行为和随时可以做的撤回只在文字里。 */
    public String svg() {
        var rows = RequestWorkflow.TABLE.rows().stream()
                .filter(row -> row.from() != row.to() && !ANYWHERE.contains(row.action()))
                .toList();
        return new FlowChart<>(Workflow.of(RequestWorkflow.TABLE.name(), rows), texts::get, this::nobody).svg();
    }

    /** 流程表的每一行。 */
    public List<Step> steps() {
        return RequestWorkflow.TABLE.rows().stream().map(this::step).toList();
    }

    private Step step(Workflow.Row<RequestState, RequestAction> row) {
        return new Step(
                texts.get(RequestWorkflow.TABLE.key("state", row.from())),
                who(row),
                texts.get(RequestWorkflow.TABLE.key("action", row.action())),
                texts.get(RequestWorkflow.TABLE.key("state", row.to())),
                limit(row.action()),
                statutes.find(row.basis())
                        .map(Statutes.Article::citation)
                        .orElse(row.basis().code()));
    }

    private String who(Workflow.Row<RequestState, RequestAction> row) {
        return row.duties().isEmpty()
                ? nobody(row)
                : row.duties().stream()
                        .sorted()
                        .map(duty -> texts.get("identity.duty." + duty.name()))
                        .collect(Collectors.joining("、"));
    }

    private String nobody(Workflow.Row<RequestState, RequestAction> row) {
        return texts.get(row.action().isByApplicant() ? "request.flow.applicant" : "identity.duty.SYSTEM");
    }

    private @Nullable String limit(RequestAction action) {
        return switch (action) {
            case CONFIRM, CONFIRM_BY_SYSTEM -> texts.get("request.flow.limit.confirm");
            case ASK_CORRECTION -> after(StatutoryLimits.ASK_FOR_CORRECTION);
            case CONSULT -> after(StatutoryLimits.THIRD_PARTY_OPINION);
            case EXTEND -> after(StatutoryLimits.EXTENSION);
            case RECORD_PAYMENT -> after(RequestClock.PAY);
            case DISPATCH -> after(StatutoryLimits.REPLY);
            default -> null;
        };
    }

    private static String after(TimeLimit limit) {
        return limit.inChinese();
    }

    /** 一年来办结的公开申请在每个状态停留天数的中位数；不足五件的不公布。 */
    public List<Median> medians() {
        Map<RequestState, Median> found = new EnumMap<>(RequestState.class);
        RowScope.system(() -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        with stays as (
                          select a.to_state, lead(a.on_day) over (partition by a.request order by a.number) - a.on_day as days,
                                 lead(a.to_state) over (partition by a.request order by a.number) as next_state
                            from request.act a join request.request r on r.id = a.request
                           where r.ended_on > ? and r.case_kind = 'DISCLOSURE')
                        select to_state, percentile_cont(0.5) within group (order by days) as median, count(*) as cases
                          from stays where days >= 0 and next_state <> to_state group by to_state having count(*) >= ?
                        """)
                .params(LocalDate.now(clock).minusYears(1), FEWEST)
                .query((java.sql.ResultSet row) -> {
                    var state = RequestState.valueOf(row.getString("to_state"));
                    found.put(
                            state,
                            new Median(
                                    texts.get(RequestWorkflow.TABLE.key("state", state)),
                                    row.getDouble("median"),
                                    row.getLong("cases")));
                })));
        return List.copyOf(found.values());
    }
}
