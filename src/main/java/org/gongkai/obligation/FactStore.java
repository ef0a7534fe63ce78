package org.gongkai.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.obligation.Facts.Evidence;
import org.gongkai.obligation.Facts.Formed;
import org.gongkai.obligation.Rule.Pair;
import org.gongkai.obligation.Rule.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 规则和事实的读取，成批。 Rules and facts, read by the batch. */
@Repository
class FactStore {

    static final String PAIRS = "(select * from unnest(?::text[], ?::text[]) as p (item, body))";
    private static final String GROUPS =
            "(select * from unnest(?::text[], ?::text[], ?::text[]) as g (item, body, slot))";

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 同一时刻只有一个在推算，免得两个各看到一半。 One writer at a time until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('gongkai.obligation'))::text")
                .query(String.class)
                .optional();
    }

    Map<Pair, Rules> rules(Collection<Pair> pairs) {
        Map<Pair, List<Rule>> chains = new HashMap<>();
        jdbc.sql("select r.* from obligation.rule r join " + PAIRS + " p using (item, body)")
                .params(pairs(pairs).arrays())
                .query((row, n) -> rule(row))
                .list()
                .forEach(rule -> chains.computeIfAbsent(rule.pair(), _ -> new ArrayList<>())
                        .add(rule));
        return chained(chains);
    }

    /** 每一对最近的一条规则。 The last rule of every pair. */
    Map<Pair, Rule> current() {
        Map<Pair, Rule> rules = new LinkedHashMap<>();
        jdbc.sql("select distinct on (item, body) * from obligation.rule order by item, body, effective_from desc")
                .query((row, n) -> rule(row))
                .list()
                .forEach(rule -> rules.put(rule.pair(), rule));
        return rules;
    }

    private static Map<Pair, Rules> chained(Map<Pair, List<Rule>> chains) {
        Map<Pair, Rules> rules = new HashMap<>();
        chains.forEach((pair, chain) -> rules.put(pair, new Rules(chain)));
        return rules;
    }

    Map<Group, Facts> facts(Collection<Group> groups) {
        Map<Group, Facts> facts = new HashMap<>();
        groups.forEach(group -> facts.put(group, new Facts(new ArrayList<>(), new ArrayList<>())));
        List<Object> keys = groups(groups).arrays();
        jdbc.sql("select f.* from obligation.formation f join " + GROUPS + " g using (item, body, slot)")
                .params(keys)
                .query((java.sql.ResultSet row) -> {
                    fact(facts, row).formed().add(formed(row));
                });
        jdbc.sql("select e.* from obligation.evidence e join " + GROUPS + " g using (item, body, slot)")
                .params(keys)
                .query((java.sql.ResultSet row) -> {
                    fact(facts, row).evidence().add(evidence(row));
                });
        return facts;
    }

    private static Facts fact(Map<Group, Facts> facts, ResultSet row) throws SQLException {
        Group group = new Group(pair(row), Slot.parse(row.getString("slot")));
        return facts.computeIfAbsent(group, _ -> new Facts(new ArrayList<>(), new ArrayList<>()));
    }

    /** 已有的义务。 */
    record Existing(
            long id,
            Pair pair,
            String key,
            Slot slot,
            String kind,
            Terms terms,
            String title,
            @Nullable LocalDate formedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate endedOn,
            @Nullable Long metBy,
            @Nullable LocalDate metOn) {}

    Map<Group, Map<String, Existing>> existing(Collection<Group> groups) {
        Map<Group, Map<String, Existing>> found = new HashMap<>();
        jdbc.sql("select o.* from obligation.obligation o join " + GROUPS + " g using (item, body, slot)")
                .params(groups(groups).arrays())
                .query((row, n) -> existing(row))
                .list()
                .forEach(one -> found.computeIfAbsent(new Group(one.pair(), one.slot()), _ -> new LinkedHashMap<>())
                        .put(one.key(), one));
        return found;
    }

    private static Existing existing(ResultSet row) throws SQLException {
        return new Existing(
                row.getLong("id"),
                pair(row),
                row.getString("key"),
                Slot.parse(row.getString("slot")),
                row.getString("kind"),
                new Terms(row.getString("area"), row.getString("name"), row.getString("limit_code"), "", 0),
                row.getString("title"),
                row.getObject("formed_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("met_by", Long.class),
                row.getObject("met_on", LocalDate.class));
    }

    static Columns pairs(Collection<Pair> pairs) {
        Columns columns = new Columns(2);
        pairs.forEach(pair -> columns.add(pair.item(), pair.body()));
        return columns;
    }

    private static Columns groups(Collection<Group> groups) {
        Columns columns = new Columns(3);
        groups.forEach(group -> columns.add(
                group.pair().item(), group.pair().body(), group.slot().code()));
        return columns;
    }

    static Pair pair(ResultSet row) throws SQLException {
        return new Pair(row.getString("item"), row.getString("body"));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        var terms = new Terms(
                row.getString("area"),
                row.getString("name"),
                row.getString("limit_code"),
                row.getString("limit_kind"),
                row.getLong("version"));
        return new Rule(
                pair(row),
                row.getObject("effective_from", LocalDate.class),
                terms,
                row.getObject("ended_on", LocalDate.class));
    }

    static Formed formed(ResultSet row) throws SQLException {
        return new Formed(row.getLong("id"), row.getString("title"), row.getObject("formed_on", LocalDate.class));
    }

    static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getLong("disclosure"),
                row.getString("title"),
                row.getObject("formed_on", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getObject("counts_until", LocalDate.class),
                row.getBoolean("duplicate"),
                row.getString("pinned"));
    }
}
