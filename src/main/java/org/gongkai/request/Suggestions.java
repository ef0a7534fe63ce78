package org.gongkai.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.database.RowScope;
import org.gongkai.obligation.Obligations;
import org.gongkai.obligation.StillOwed;
import org.gongkai.publication.Disclosures;
import org.gongkai.search.SearchHit;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 申请前引导（N8）：已经公开的、以前答复过并且已经公开的、按标准目录应当在某日之前公开的。只是提示，随时可以继续申请；显示和采纳的
 * 次数公开。
 *
 * <p>What is public already, what was answered before and made public, and what the body must publish by a day. Filing stays one click away; how often somebody turned back is
 * counted openly.
 */
@Component
public class Suggestions {

    private static final int MOST = 3;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 120;
    private static final double CLOSE = 0.34;

    private final SearchIndex index;
    private final Obligations obligations;
    private final StillOwed owed;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Suggestions(
            SearchIndex index,
            Obligations obligations,
            StillOwed owed,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.index = index;
        this.obligations = obligations;
        this.owed = owed;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * 一条提示。
     *
     * @param url 已经公开的在哪里；还没有公开的为空
     * @param owedBy 最迟哪一天公开；没有期限、已经公开的为空
     * @param answered 是由以前一件申请的答复转来的
     */
    public record Suggestion(
            String title, @Nullable String url, @Nullable LocalDate owedBy, boolean answered) {}

    /** 提示的次数。 */
    public record Count(long shown, long followed) {}

    /** 与这些话最接近的几条。 The closest few, public ones first. */
    public List<Suggestion> of(String body, String words) {
        var text = words.strip();
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            return List.of();
        }
        var found = new ArrayList<Suggestion>();
        var query = new SearchQuery(shortened(text), body, null, null, null, null, false, MOST, null);
        var asked = pairs(text);
        var hits = index.search(query).hits().stream()
                .filter(hit -> isClose(hit, asked))
                .toList();
        var answers = answers(hits);
        hits.forEach(hit -> found.add(new Suggestion(hit.plainTitle(), hit.url(), null, answers.contains(hit.id()))));
        found.addAll(owed(body, text));
        return List.copyOf(found);
    }

    /** 标题、摘录说的是不是同一件事；只碰巧有几个字相同的不拿来打扰人。 Whether a hit is about what was asked. */
    private static boolean isClose(SearchHit hit, Set<String> asked) {
        return likeness(pairs(hit.plainTitle()), asked) >= CLOSE
                || likeness(asked, pairs(hit.plainTitle() + hit.plainSnippet())) >= CLOSE;
    }

    /** 其中由答复转为主动公开的；只说这一点，不说是谁的哪一件。 Which of these public records were answers first. */
    private Set<String> answers(List<SearchHit> hits) {
        var ids = hits.stream()
                .flatMap(hit -> Disclosures.ofIndexKey(hit.id()).stream())
                .toArray(Long[]::new);
        var found = new HashSet<String>();
        if (ids.length > 0) {
            RowScope.system(() -> transaction.executeWithoutResult(
                    status -> jdbc.sql("select disclosure from request.request where disclosure = any (?)")
                            .param(ids)
                            .query(Long.class)
                            .list()
                            .forEach(id -> found.add(Disclosures.indexKey(id)))));
        }
        return found;
    }

    private static String shortened(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return text.substring(0, end).replace('"', ' ');
    }

    private List<Suggestion> owed(String body, String text) {
        var asked = pairs(text);
        var close = obligations.itemsOf(body).stream()
                .map(item -> new Close(item, likeness(pairs(item.name()), asked)))
                .filter(each -> each.likeness() >= CLOSE)
                .sorted(Comparator.comparingDouble(Close::likeness).reversed())
                .limit(MOST)
                .map(Close::item)
                .toList();
        var nearest =
                owed.nearest(close.stream().map(Obligations.OwedItem::item).toList(), body);
        return close.stream()
                .filter(item -> nearest.containsKey(item.item()))
                .map(item -> {
                    var due = nearest.get(item.item());
                    return new Suggestion(item.name(), null, due == null ? null : due.dueOn(), false);
                })
                .toList();
    }

    private record Close(Obligations.OwedItem item, double likeness) {}

    /** How much of the item's name the words contain. */
    private static double likeness(Set<String> name, Set<String> asked) {
        if (name.isEmpty()) {
            return 0;
        }
        return name.stream().filter(asked::contains).count() / (double) name.size();
    }

    private static Set<String> pairs(String words) {
        var plain = SameText.of(words);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }

    /** 记一次：显示了，或者申请人认为已经解决。 */
    public void count(String body, boolean followed) {
        jdbc.sql("""
                        insert into request.suggestion_count (day, body, shown, followed) values (?, ?, ?, ?)
                        on conflict (day, body) do update
                           set shown = request.suggestion_count.shown + excluded.shown,
                               followed = request.suggestion_count.followed + excluded.followed
                        """)
                .params(LocalDate.now(clock), body, followed ? 0 : 1, followed ? 1 : 0)
                .update();
    }

    /** 一年来的次数，对外公布。 */
    public Count lastYear() {
        return jdbc.sql(
                        "select coalesce(sum(shown), 0), coalesce(sum(followed), 0) from request.suggestion_count where day > ?")
                .param(LocalDate.now(clock).minusYears(1))
                .query((row, n) -> new Count(row.getLong(1), row.getLong(2)))
                .single();
    }
}
