package org.gongkai.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 申请的台账，给年度报告：收到、办结、结转、复议诉讼、收费，都是逐件的行，没有个人信息。
 *
 * <p>The ledger for the annual report: rows, not sums, and nothing personal. What a caller sees is bounded by row-level security; a
 * report over a whole district runs with the system's scope. Read inside a transaction.
 */
@Component
@Transactional(readOnly = true)
public class RequestLedger {

    private final JdbcClient jdbc;

    RequestLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * 与这一年有关的全部申请：本年收到的，和年初没有办结的。申请更正的不在其中（R-REQ-22）。责令重新答复的，只数第一轮：申请是
     * 一件，答复不重复计。
     *
     * @param bodies 机构代码；本机关的报告给一个，汇总的给全部
     */
    public List<CountedRequest> cases(Collection<String> bodies, int year) {
        return jdbc.sql("""
                        select id, body, reference, applicant_kind, received_on, ended_on, reply, annual_row, late
                          from request.request
                         where body = any (?) and case_kind = 'DISCLOSURE' and state <> 'DIVIDED' and round_of is null and received_on <= ?
                           and (ended_on is null or ended_on >= ?)
                         order by id
                        """)
                .param(bodies.toArray(String[]::new))
                .param(LocalDate.of(year, 12, 31))
                .param(LocalDate.of(year, 1, 1))
                .query(RequestLedger::counted)
                .list();
    }

    private static CountedRequest counted(ResultSet row, int n) throws SQLException {
        var reply = row.getString("reply");
        var ended = row.getObject("ended_on", LocalDate.class);
        return new CountedRequest(
                row.getLong("id"),
                row.getString("body"),
                row.getString("reference"),
                ApplicantKind.valueOf(row.getString("applicant_kind")),
                row.getObject("received_on", LocalDate.class),
                ended,
                reply == null || ended == null ? null : ReplyKind.valueOf(reply),
                row.getString("annual_row"),
                row.getBoolean("late"));
    }

    /**
     * 到这一年年底为止的复议、诉讼，每件取最近一次登记的结果；以前年度已经审结的不在其中。就更正申请提起的也在其中：第五十条说的是因
     * 政府信息公开工作引起的，不只是公开申请。
     */
    public List<CountedRemedy> remedies(Collection<String> bodies, int year) {
        return jdbc.sql("""
                        with told as (
                          select request, body, what->>'remedy' as remedy, what->>'reference' as reference, on_day,
                                 what->>'result' as result,
                                 row_number() over newest as place, min(on_day) over same as filed_on
                            from request.act
                           where action = 'RECORD_REMEDY' and body = any (?) and on_day <= ?
                          window same as (partition by request, what->>'remedy', what->>'reference'),
                                 newest as (partition by request, what->>'remedy', what->>'reference' order by number desc))
                        select * from told where place = 1 and (result = 'PENDING' or on_day >= ?) order by request, reference
                        """)
                .param(bodies.toArray(String[]::new))
                .param(LocalDate.of(year, 12, 31))
                .param(LocalDate.of(year, 1, 1))
                .query((row, n) -> {
                    var result = RemedyResult.valueOf(row.getString("result"));
                    return new CountedRemedy(
                            row.getLong("request"),
                            row.getString("body"),
                            RemedyKind.valueOf(row.getString("remedy")),
                            row.getString("reference"),
                            row.getObject("filed_on", LocalDate.class),
                            result,
                            result == RemedyResult.PENDING ? null : row.getObject("on_day", LocalDate.class));
                })
                .list();
    }

    /** 这一年发出的收费通知，和这一年缴的费。 */
    public List<CountedFee> fees(Collection<String> bodies, int year) {
        return jdbc.sql("""
                        select n.request, n.body, n.on_day, n.what->>'fee' as fee, (n.what->>'count')::integer as count,
                               p.on_day as paid_on
                          from request.act n
                          left join request.act p on p.request = n.request and p.action = 'RECORD_PAYMENT' and p.number > n.number
                         where n.action = 'NOTICE_FEE' and n.body = any (?)
                           and (extract(year from n.on_day) = ? or extract(year from p.on_day) = ?)
                         order by n.request
                        """)
                .param(bodies.toArray(String[]::new))
                .param(year)
                .param(year)
                .query((row, n) -> {
                    var basis = FeeBasis.valueOf(row.getString("fee"));
                    int count = row.getInt("count");
                    return new CountedFee(
                            row.getLong("request"),
                            row.getString("body"),
                            row.getObject("on_day", LocalDate.class),
                            basis,
                            count,
                            ProcessingFee.of(basis, count).yuan(),
                            row.getObject("paid_on", LocalDate.class));
                })
                .list();
    }
}
