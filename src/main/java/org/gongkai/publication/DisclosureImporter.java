package org.gongkai.publication;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 迁入历史信息：保留原来的日期，按原系统编号不重复，一批一个事务。
 *
 * <p>Moves an old site in. A batch is one transaction with a handful of statements, whatever its size; the same line twice changes
 * nothing; a changed line becomes a new edition. The importer counts as reviewer and signer, the old site as author.
 */
@Component
public class DisclosureImporter {

    /** 一批最多这么多行。 */
    public static final int BATCH = 500;

    /**
     * 一批的结果。
     *
     * @param problems 没有迁入的，或者迁入但要注意的
     */
    public record Outcome(int added, int changed, int unchanged, int rejected, List<Problem> problems) {

        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * 一行的问题。
     *
     * @param row 从 1 起的行号
     * @param column 字段名
     * @param value 原值，个人信息已遮盖
     * @param rejected 这一行没有迁入
     * @param messageKey 文字键
     */
    public record Problem(
            long row, String column, String value, boolean rejected, String messageKey, List<Object> args) {}

    private final ImportLineReader reader;
    private final ImportedRows rows;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisclosureImporter(
            ImportLineReader reader,
            ImportedRows rows,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reader = reader;
        this.rows = rows;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 迁入一批 JSON 行。
     *
     * @param source 从哪里来，例如导入任务编号
     * @param firstRow 第一行的行号
     * @param dryRun 只检查，不写
     */
    @Transactional
    public Outcome importLines(String source, List<String> jsonLines, long firstRow, boolean dryRun) {
        var actor = currentActor.get();
        var problems = new ArrayList<Problem>();
        var lines = new ArrayList<ImportLine>();
        for (int i = 0; i < jsonLines.size(); i++) {
            if (!jsonLines.get(i).isBlank()) {
                reader.read(jsonLines.get(i), firstRow + i, actor, problems).ifPresent(lines::add);
            }
        }
        return write(source, lines, problems, actor, dryRun);
    }

    private Outcome write(String source, List<ImportLine> lines, List<Problem> problems, Actor actor, boolean dryRun) {
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        for (var wave : waves(lines)) {
            var known = rows.known(wave.keySet());
            var sorted = Sorted.of(wave.values(), known, problems);
            added += sorted.added().size();
            changed += sorted.changed().size();
            unchanged += sorted.unchanged();
            if (!dryRun) {
                store(source, sorted, known, actor);
            }
        }
        int rejected = Math.toIntExact(problems.stream()
                .filter(Problem::rejected)
                .map(Problem::row)
                .distinct()
                .count());
        return new Outcome(added, changed, unchanged, rejected, problems);
    }

    private void store(String source, Sorted sorted, Map<String, ImportedRows.Known> known, Actor actor) {
        var now = clock.instant();
        var added = rows.add(sorted.added(), actor, now);
        var changed = rows.change(sorted.changed(), known, actor, now);
        if (!added.isEmpty() || !changed.isEmpty()) {
            events.publishEvent(new DisclosuresImported(source, added, changed));
        }
    }

    /** 同一批里重复的编号分到后面的波次，后来的才看得到先前的。 */
    private static List<Map<String, ImportLine>> waves(List<ImportLine> lines) {
        var waves = new ArrayList<Map<String, ImportLine>>();
        for (var line : lines) {
            var wave = waves.stream()
                    .filter(map -> !map.containsKey(line.externalId()))
                    .findFirst()
                    .orElseGet(() -> {
                        waves.add(new LinkedHashMap<>());
                        return waves.getLast();
                    });
            wave.put(line.externalId(), line);
        }
        return waves;
    }

    private record Sorted(List<ImportLine> added, List<ImportLine> changed, int unchanged) {

        static Sorted of(Iterable<ImportLine> lines, Map<String, ImportedRows.Known> known, List<Problem> problems) {
            var added = new ArrayList<ImportLine>();
            var changed = new ArrayList<ImportLine>();
            Set<String> same = new LinkedHashSet<>();
            for (var line : lines) {
                var before = known.get(line.externalId());
                if (before == null) {
                    added.add(line);
                } else if (line.digest().equals(before.digest())) {
                    same.add(line.externalId());
                } else if (before.importable()) {
                    changed.add(line);
                } else {
                    problems.add(new Problem(
                            line.row(),
                            "externalId",
                            line.externalId(),
                            true,
                            before.withdrawn() ? "publication.import.withdrawn" : "publication.import.inWork",
                            List.of()));
                }
            }
            return new Sorted(added, changed, same.size());
        }
    }
}
