package org.gongkai.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.publication.ImportLine.Key;
import org.gongkai.publication.OutletStore.Addition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 随信息迁入的公开渠道：只增，文件里少了的不划去，人划去的不再回来。 Channels moved in with history are only ever added. */
@Component
class ImportedOutlets {

    private final OutletStore store;
    private final ApplicationEventPublisher events;

    ImportedOutlets(OutletStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** 已公开的信息里，文件说了而还没有登记过的渠道。 What the file tells anew of records already public. */
    Map<Key, List<OutletDraft>> told(List<ImportLine> lines, Map<Key, ImportedRows.Known> records) {
        Map<Key, Long> ids = new HashMap<>();
        for (ImportLine line : lines) {
            var before = records.get(line.key());
            if (before != null
                    && before.standing() == DisclosureStanding.PUBLISHED
                    && !line.outlets().isEmpty()) {
                ids.put(line.key(), before.id());
            }
        }
        if (ids.isEmpty()) {
            return Map.of();
        }
        var there = store.known(ids.values());
        Map<Key, List<OutletDraft>> told = new HashMap<>();
        for (ImportLine line : lines) {
            Long id = ids.get(line.key());
            var known = id == null ? Set.<OutletDraft>of() : there.getOrDefault(id, Set.of());
            var fresh = line.outlets().stream()
                    .filter(draft -> !known.contains(draft))
                    .toList();
            if (id != null && !fresh.isEmpty()) {
                told.put(line.key(), fresh);
            }
        }
        return told;
    }

    /**
     * 记下来：新迁入的记全部，原有的只记还没有登记过的。
     *
     * @param told 见 {@link #told}
     * @param added 这一批新迁入的，编号刚刚取得
     */
    void add(
            String source,
            List<ImportLine> lines,
            Map<Key, ImportedRows.Known> known,
            Map<Key, List<OutletDraft>> told,
            List<DisclosuresImported.Line> added,
            Actor actor,
            Instant now) {
        Map<Key, Long> fresh = new HashMap<>();
        added.forEach(line -> fresh.put(new Key(line.body(), line.externalId()), line.disclosure()));
        List<Addition> additions = new ArrayList<>();
        for (ImportLine line : lines) {
            Long id = fresh.get(line.key());
            var before = known.get(line.key());
            if (id != null) {
                line.outlets().forEach(draft -> additions.add(new Addition(id, line.body(), draft)));
            } else if (before != null) {
                told.getOrDefault(line.key(), List.of())
                        .forEach(draft -> additions.add(new Addition(before.id(), line.body(), draft)));
            }
        }
        if (!additions.isEmpty()) {
            events.publishEvent(new OutletsImported(source, store.add(additions, actor.account(), now)));
        }
    }
}
