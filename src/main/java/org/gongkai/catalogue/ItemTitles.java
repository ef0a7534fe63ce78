package org.gongkai.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.database.AfterCommit;
import org.gongkai.database.Remembered;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 现行目录各事项的称呼，问到的记住，换了版或者过了一天重新问。 Titles in force, remembered until another version or another day. */
@Component
class ItemTitles {

    /** @param known those asked for so far, empty for codes that are not in force */
    private record InForce(LocalDate day, List<Long> versions, Map<String, Optional<ItemTitle>> known) {}

    private final JdbcClient jdbc;
    private final Versions versions;
    private final Clock clock;
    private final Remembered<InForce> inForce = new Remembered<>(this::read);

    ItemTitles(JdbcClient jdbc, Versions versions, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.clock = clock;
    }

    Optional<ItemTitle> of(String code) {
        var now = inForce.get();
        if (!now.day().equals(LocalDate.now(clock))) {
            inForce.forget();
            now = inForce.get();
        }
        var known = now.known().get(code);
        if (known == null) {
            known = title(code, now.versions());
            now.known().put(code, known);
        }
        return known;
    }

    @EventListener
    void on(CatalogueAdopted adopted) {
        AfterCommit.run(inForce::forget);
    }

    @EventListener
    void on(CatalogueTookEffect effect) {
        AfterCommit.run(inForce::forget);
    }

    private InForce read() {
        var today = LocalDate.now(clock);
        return new InForce(today, List.of(versions.inForce(today)), new ConcurrentHashMap<>());
    }

    private Optional<ItemTitle> title(String code, List<Long> inForceNow) {
        return jdbc.sql("""
                        select i.area, r.primary_item, r.secondary_item, r.tertiary_item
                          from catalogue.item_row r join catalogue.item i on i.code = r.item
                         where r.item = ? and r.version = any (?)
                        """)
                .param(code)
                .param(inForceNow.toArray(Long[]::new))
                .query((row, n) -> new ItemTitle(
                        code,
                        row.getString(1),
                        CatalogueItem.fullName(row.getString(2), row.getString(3), row.getString(4))))
                .optional();
    }
}
