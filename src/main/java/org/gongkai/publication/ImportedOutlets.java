package org.gongkai.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** 已公开的信息里，文件说了还没有登记过的渠道的。 Those already public of which the file tells something new. */
    Set<Key> gaining(List<ImportLine> lines, Map<Key, ImportedRows.Known> known) {
        Map<Key, Long> ids = new HashMap<>();
        for (ImportLine line : lines) {
            var before = known.get(line.key());
            if (before != null
                    && before.standing() == DisclosureStanding.PUBLISHED
                    && !line.outlets().isEmpty()) {
                ids.put(line.key(), before.id());
            }
        }
        Set<Key> gaining = new HashSet<>();
        missing(lines, ids).forEach(each -> gaining.add(each.key()));
        return gaining;
    }

    private record Missing(Key key, Addition addition) {}

    private List<Missing> missing(Collection<ImportLine> lines, Map<Key, Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var there = store.known(ids.values());
        List<Missing> missing = new ArrayList<>();
        for (ImportLine line : lines) {
            Long id = ids.get(line.key());
            if (id != null) {
                line.outlets().stream()
                        .filter(draft -> !there.getOrDefault(id, Set.of()).contains(draft))
                        .forEach(draft -> missing.add(new Missing(line.key(), new Addition(id, line.body(), draft))));
            }
        }
        return missing;
    }

    /** @param added 这一批新迁入的，编号刚刚取得 */
    void add(
            String source,
            List<ImportLine> lines,
            Map<Key, ImportedRows.Known> known,
            List<DisclosuresImported.Line> added,
            Actor actor,
            Instant now) {
        Map<Key, Long> ids = new HashMap<>();
        added.forEach(line -> ids.put(new Key(line.body(), line.externalId()), line.disclosure()));
        known.forEach((key, before) -> ids.put(key, before.id()));
        ids.keySet()
                .retainAll(lines.stream()
                        .filter(line -> !line.outlets().isEmpty())
                        .map(ImportLine::key)
                        .collect(Collectors.toSet()));
        var additions = missing(lines, ids).stream().map(Missing::addition).toList();
        if (!additions.isEmpty()) {
            events.publishEvent(new OutletsImported(source, store.add(additions, actor.account(), now)));
        }
    }
}
