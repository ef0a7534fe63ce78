package org.gongkai.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 现行标准目录的查询。 Questions about the adopted catalogues. */
@Component
public class Catalogues {

    private static final String ADOPTED = """
            select r.*, i.area, v.effective_from
            from catalogue.item_row r
            join catalogue.version v on v.id = r.version and v.id = any (?)
            join catalogue.item i on i.code = r.item
            """;

    private static final int ALL = 100_000;

    private final JdbcClient jdbc;
    private final Areas areas;
    private final BodyPhrases phrases;
    private final Versions versions;
    private final Adaptations adaptations;
    private final ItemTitles titles;
    private final Clock clock;

    Catalogues(
            JdbcClient jdbc,
            Areas areas,
            BodyPhrases phrases,
            Versions versions,
            Adaptations adaptations,
            ItemTitles titles,
            Clock clock) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.phrases = phrases;
        this.versions = versions;
        this.adaptations = adaptations;
        this.titles = titles;
        this.clock = clock;
    }

    /** 全部领域，按代码排序。 */
    public List<SubjectArea> areas() {
        return areas.all();
    }

    /** 请求参数里的领域：代码、名称或者别名；没有写的为空，没有的拒绝（400）。 The code of the area a request names. */
    public @Nullable String askedArea(@Nullable String text) {
        String given = Asked.text(text);
        return given == null
                ? null
                : Areas.find(areas.all(), given)
                        .map(SubjectArea::code)
                        .orElseThrow(() -> Asked.unlisted("area", given, "catalogue.areas.list"));
    }

    /** 现行目录每一行的义务：谁、在什么时限内；单位因地制宜的调整已经算进去。公开主体还没认定的行不在其中。 */
    public List<OwedRow> owed() {
        var adapted = adaptations.approved().stream().collect(Collectors.groupingBy(Adaptation::item));
        phrases.ready();
        return jdbc
                .sql(ADOPTED + " order by r.item")
                .param(inForce())
                .query((row, number) -> new OwedRow(
                        row.getLong("version"),
                        row.getString("item"),
                        row.getString("area"),
                        row.getString("primary_item"),
                        row.getString("secondary_item"),
                        row.getString("limit_code"),
                        TimeLimitPhrase.Kind.valueOf(row.getString("limit_kind")),
                        DisclosureMode.valueOf(row.getString("mode")),
                        bodies(row.getString("body_text")),
                        Versions.channels(row),
                        row.getObject("effective_from", LocalDate.class)))
                .list()
                .stream()
                .flatMap(owed -> owed.adapted(adapted.getOrDefault(owed.item(), List.of())).stream())
                .toList();
    }

    /** 一个事项；不在现行目录里的没有。 */
    public Optional<CatalogueItem> item(String code) {
        phrases.ready();
        return jdbc.sql(ADOPTED + " where r.item = ?")
                .param(inForce())
                .param(code)
                .query((row, number) -> Versions.item(row, this::bodies))
                .optional();
    }

    /** 现行目录里一个事项的称呼；换版之前只问一次数据库。 Its title while in force, from memory. */
    public Optional<ItemTitle> title(String code) {
        return titles.of(code);
    }

    /** 代码，或者“领域/一级/二级”。 A code, or area/primary/secondary as written. */
    public Optional<CatalogueItem> named(String text) {
        return text.indexOf('/') < 0
                ? item(text.strip())
                : allNamed(text).stream().findFirst();
    }

    /** 写成“领域/一级/二级”（或者“领域/二级”）的，可能不止一行；领域认不出的没有。 Every row so named; none for an unknown area. */
    public List<CatalogueItem> allNamed(String text) {
        return allNamed(Set.of(text)).getOrDefault(text, List.of());
    }

    /** 一批写法一次认，每个领域只读一遍。 The same for many at once; each area is read once. */
    public Map<String, List<CatalogueItem>> allNamed(Collection<String> texts) {
        var known = areas.all();
        var read = new HashMap<String, List<CatalogueItem>>();
        var found = new HashMap<String, List<CatalogueItem>>();
        for (String text : texts) {
            int slash = text.indexOf('/');
            if (slash >= 0) {
                Areas.find(known, text.substring(0, slash))
                        .map(area -> read.computeIfAbsent(area.code(), code -> items(code, null, "", ALL)))
                        .ifPresent(inArea -> found.put(text, named(inArea, Plain.key(text.substring(slash + 1)))));
            }
        }
        return found;
    }

    private static List<CatalogueItem> named(List<CatalogueItem> inArea, String wanted) {
        var both = inArea.stream()
                .filter(item -> Plain.key(item.primary() + item.secondary()).equals(wanted))
                .toList();
        return both.isEmpty()
                ? inArea.stream()
                        .filter(item -> Plain.key(item.secondary()).equals(wanted))
                        .toList()
                : both;
    }

    /** 这些代码的事项，不在现行目录里的没有。 */
    public Map<String, CatalogueItem> items(Collection<String> codes) {
        phrases.ready();
        var found = new LinkedHashMap<String, CatalogueItem>();
        jdbc.sql(ADOPTED + " where r.item = any (?)")
                .param(inForce())
                .param(codes.toArray(String[]::new))
                .query((row, number) -> Versions.item(row, this::bodies))
                .list()
                .forEach(item -> found.put(item.code(), item));
        return found;
    }

    /**
     * 现行目录的事项，按代码排序、按代码续页。
     *
     * @param area 只看一个领域
     * @param body 只看一个机构
     * @param after 上一页最后一个代码，首页为空串
     */
    public List<CatalogueItem> items(@Nullable String area, @Nullable String body, String after, int size) {
        phrases.ready();
        try (var items = jdbc
                .sql(ADOPTED + " where r.item > ? and (?::text is null or i.area = ?) order by r.item")
                .param(inForce())
                .param(after)
                .param(area)
                .param(area)
                .query((row, number) -> Versions.item(row, this::bodies))
                .stream()) {
            return items.filter(item -> body == null || item.bodies().contains(body))
                    .limit(size)
                    .toList();
        }
    }

    /** 有过这个事项代码，撤下的也算。 A code that is or was in a catalogue. */
    public boolean hasCode(String code) {
        return jdbc.sql("select exists (select 1 from catalogue.item where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    /** 一个机构应公开的事项，代码对名称，按代码，最多 size 项；不适用于它的不在其中。 Names of what a body owes. */
    public Map<String, String> namesOwedBy(String body, int size) {
        var names = new LinkedHashMap<String, String>();
        phrases.ready();
        jdbc.sql("""
                        select r.item, r.primary_item, r.secondary_item, r.tertiary_item
                          from catalogue.item_row r
                         where r.version = any (:versions) and r.body_text = any (:texts) and not exists (
                               select 1 from catalogue.adaptation a
                                where a.item = r.item and a.body = :body and a.state = 'APPROVED' and not a.applies)
                         order by r.item limit :size
                        """)
                .param("versions", inForce())
                .param("texts", textsFor(body))
                .param("body", body)
                .param("size", size)
                .query((java.sql.ResultSet row) -> {
                    names.put(
                            row.getString(1),
                            CatalogueItem.fullName(row.getString(2), row.getString(3), row.getString(4)));
                });
        return names;
    }

    /** 现行目录里指这个机构的公开主体写法。 */
    private String[] textsFor(String body) {
        return jdbc
                .sql("select distinct body_text from catalogue.item_row where version = any (?)")
                .param(inForce())
                .query(String.class)
                .list()
                .stream()
                .filter(text -> bodies(text).contains(body))
                .toArray(String[]::new);
    }

    /** 每个领域现行目录有多少事项，没有的领域不在其中。 */
    public Map<String, Integer> countByArea() {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                        select i.area, count(*) from catalogue.item_row r
                        join catalogue.item i on i.code = r.item where r.version = any (?) group by i.area order by i.area""").param(inForce()).query((java.sql.ResultSet row) -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }

    /** 现行目录里还认不出的公开主体写法，和各有多少行。 */
    public Map<String, Integer> unresolvedBodies() {
        var counts = new LinkedHashMap<String, Integer>();
        phrases.ready();
        jdbc.sql("""
                        select body_text, count(*) from catalogue.item_row r
                        join catalogue.version v on v.id = r.version
                          and (v.id = any (?) or v.state in ('DRAFT', 'REVIEWED'))
                        group by body_text order by count(*) desc, body_text""").param(inForce()).query((java.sql.ResultSet row) -> {
            if (phrases.resolve(row.getString(1)).isEmpty()) {
                counts.put(row.getString(1), row.getInt(2));
            }
        });
        return counts;
    }

    /** 这些写法里认不出的，和各出现几次。 */
    public Map<String, Integer> unresolved(List<String> bodyTexts) {
        var counts = new LinkedHashMap<String, Integer>();
        bodyTexts.forEach(text -> counts.merge(text, 1, Integer::sum));
        counts.keySet().removeIf(text -> phrases.resolve(text).isPresent());
        return counts;
    }

    private Long[] inForce() {
        return versions.inForce(LocalDate.now(clock));
    }

    private Set<String> bodies(String text) {
        return phrases.resolve(text).orElse(Set.of());
    }
}
