package org.gongkai;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.request.RequestAction;

/** 检查者：只看表，不用程序的一行代码。 Reads the tables of the applications and names everything that must not be. */
final class RequestLedgerCheck {

    /** The lines of acts; warnings, exports and readings leave lines too. */
    private static final String ACTS = Arrays.stream(RequestAction.values())
            .map(action -> "'request." + action.path() + "'")
            .collect(Collectors.joining(", "));

    /** 不允许存在的行。 What must never be found, each as a query. */
    private static final Map<String, String> HALF_STATES = new LinkedHashMap<>();

    static {
        HALF_STATES.put("the state of the case is not that of its last act", """
                select r.id from request.request r
                  left join lateral (select to_state from request.act a where a.request = r.id order by number desc limit 1) l on true
                 where r.state <> coalesce(l.to_state, 'FILED')""");
        HALF_STATES.put("acts with gaps", """
                select request from request.act group by request having max(number) <> count(*) or min(number) <> 1""");
        HALF_STATES.put("a case without exactly one line of its beginning", """
                select r.id from request.request r where 1 <> (select count(*) from journal.line l
                 where l.subject_type = 'request' and l.subject_id = r.id::text and (l.act in ('request.file', 'request.divided')
                      or r.round_of is not null and l.act = 'request.receive-order'))""");
        HALF_STATES.put("an act without its line in the journal, or the other way round", """
                select request, act from (
                  select request::text as request, 'request.' || replace(lower(action), '_', '-') as act, 1 as n
                    from request.act a where not (action = 'CONFIRM' and number = 1 and exists (select from request.request r
                     where r.id = a.request and (r.channel = 'COUNTER' or r.parent is not null)))
                  union all
                  select subject_id, act, -1 from journal.line
                   where subject_type = 'request' and act in (%s)) x
                group by request, act having sum(n) <> 0""".formatted(ACTS));
        HALF_STATES.put("a journal line of a case that is not there", """
                select subject_id from journal.line l where subject_type = 'request'
                   and not exists (select from request.request r where r.id::text = l.subject_id)""");
        HALF_STATES.put("an act without its letters", """
                select a.request, a.number from request.act a join request.request r on r.id = a.request
                 where (select count(*) from request.paper p where p.request = a.request and p.act = a.number) <>
                       case when a.action in ('ASK_CORRECTION', 'ASK_REASONS', 'NOTICE_FEE', 'EXTEND', 'DEFER', 'INFORM_THIRD_PARTY',
                                              'SIGN', 'ABANDON', 'WITHDRAW', 'RECORD_WITHDRAWAL', 'MERGE', 'CONFIRM_BY_SYSTEM') then 1
                            when a.action = 'CONSULT' then 2
                            when a.action = 'CONFIRM' and r.parent is null then 1 else 0 end""");
        HALF_STATES.put("letter numbers doubled or with gaps", """
                select c.body from request.counter c where c.kind = 'LETTER' and exists (
                  select from (select count(*) as papers, count(distinct p.number) as numbers from request.paper p
                                where p.body = c.body and p.number <> '') x
                   where x.papers <> c.last or x.numbers <> c.last)""");
        HALF_STATES.put("case numbers doubled or with gaps", """
                select c.body from request.counter c where c.kind = 'CASE' and c.last <>
                  (select count(*) from request.request r where r.body = c.body and r.round_of is null)""");
        HALF_STATES.put("a clock that does not fit the state", """
                select id from request.request where
                   (state in ('ACCEPTED', 'HANDLING', 'AWAITING_REASONS', 'REVIEW', 'SECRECY_REVIEW', 'SIGNING', 'SIGNED') and due_on is null)
                   or (state in ('REPLIED', 'CLOSED', 'DIVIDED', 'ARCHIVED')) <> (ended_on is not null)""");
        HALF_STATES.put("a case divided without its parts", """
                select id from request.request r where (state = 'DIVIDED') <>
                   ((select count(*) from request.request p where p.parent = r.id) = 2)""");
        HALF_STATES.put("an order to handle anew without its round", """
                select r.id from request.request r where (select count(*) from request.act a where a.request = r.id and a.action = 'REHANDLE')
                   <> (select count(*) from request.request n where n.round_of = r.id)""");
        HALF_STATES.put("a conversion without its draft", """
                select r.id from request.request r where
                   (exists (select from request.act a where a.request = r.id and a.action = 'PROPOSE_DISCLOSURE')) <>
                   (1 = (select count(*) from publication.disclosure d where d.id = r.disclosure and d.external_id = 'ysq-' || r.reference))""");
        HALF_STATES.put("a draft of a conversion that did not happen", """
                select d.id from publication.disclosure d where d.external_id like 'ysq-%'
                   and not exists (select from request.request r where r.disclosure = d.id)""");
    }

    private final Connection connection;

    RequestLedgerCheck(Connection connection) {
        this.connection = connection;
    }

    List<String> halfStates() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            for (var rule : HALF_STATES.entrySet()) {
                try (var rows = statement.executeQuery(rule.getValue())) {
                    if (rows.next()) {
                        wrong.add(rule.getKey() + ": " + rows.getString(1));
                    }
                }
            }
        }
        return wrong;
    }

    /** 确认过的与表里的不一样的：一件申请的全部行为，按次序，最多多出断掉时那一件。 */
    List<String> missing(RequestClient client) throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (RequestClient.Case one : client.cases()) {
            List<Long> ids = ids(one.once);
            if (ids.size() > 1 || one.acknowledged && ids.isEmpty()) {
                wrong.add(ids.size() + " cases of one sheet " + one.once);
            } else if (!ids.isEmpty()) {
                List<String> stored = acts(ids.getFirst());
                List<String> more = new ArrayList<>(one.done);
                String open = one.open;
                if (open != null) {
                    more.add(open);
                }
                if (!stored.equals(one.done) && !stored.equals(more)) {
                    wrong.add(one.once + " acknowledged " + one.done + " open " + open + " stored " + stored);
                }
            }
        }
        return wrong;
    }

    private List<Long> ids(String once) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (var query = connection.prepareStatement("select id from request.request where once = ?")) {
            query.setString(1, once);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }

    List<String> acts(long id) throws SQLException {
        List<String> acts = new ArrayList<>();
        try (var query =
                connection.prepareStatement("select action from request.act where request = ? order by number")) {
            query.setLong(1, id);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    acts.add(rows.getString(1));
                }
            }
        }
        return acts;
    }
}
