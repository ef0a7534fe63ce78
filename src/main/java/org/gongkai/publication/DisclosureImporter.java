package org.gongkai.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.database.Sha256;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.publication.ImportLine.Key;
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
    public record Outcome(
            int added, int changed, int unchanged, int rejected, List<Problem> problems, List<Taken> taken) {

        public Outcome {
            problems = List.copyOf(problems);
            taken = List.copyOf(taken);
        }
    }

    /**
     * 收下的一行，机构、事项已经换成代码。
     *
     * @param change ADDED、CHANGED、UNCHANGED
     */
    public record Taken(
            long row,
            String change,
            String externalId,
            String body,
            String item,
            String area,
            String title,
            LocalDate publishedOn) {}

    /**
     * 一个文件里出现过的编号：同一机构的同一编号出现两次，后一行退回，不论隔了多少批。
     *
     * <p>The keys of one file by a 64-bit digest, so that a hundred thousand lines need a few megabytes.
     */
    public static final class Seen {

        private final Map<Long, Long> rows = new HashMap<>();

        /** @return the row it stood in before, or -1 */
        private long before(Key key, long row) {
            var digest = Sha256.hex(key.body() + '\0' + key.externalId());
            var known = rows.putIfAbsent(Long.parseUnsignedLong(digest.substring(0, 16), 16), row);
            return known == null ? -1 : known;
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
    private final ImportedOutlets outlets;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisclosureImporter(
            ImportLineReader reader,
            ImportedRows rows,
            ImportedOutlets outlets,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reader = reader;
        this.rows = rows;
        this.outlets = outlets;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 读懂了的一批，还没有写。
     *
     * @param size 一共几行，空行、读不懂的也算
     */
    public static final class Batch {

        private final List<ImportLine> lines = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final int size;

        private Batch(int size) {
            this.size = size;
        }

        int size() {
            return size;
        }
    }

    /**
     * 读一批 JSON 行：认出机构和事项，清洗正文。只读不写，所以可以在写上一批的时候读下一批。
     *
     * <p>Reads only, so that the next batch can be read while the one before it is being written.
     *
     * @param firstRow 第一行的行号
     */
    public Batch read(List<String> jsonLines, long firstRow) {
        var actor = currentActor.get();
        var batch = new Batch(jsonLines.size());
        for (int i = 0; i < jsonLines.size(); i++) {
            if (!jsonLines.get(i).isBlank()) {
                reader.read(jsonLines.get(i), firstRow + i, actor, batch.problems)
                        .ifPresent(batch.lines::add);
            }
        }
        return batch;
    }

    /**
     * 迁入读好的一批。
     *
     * @param source 从哪里来，例如导入任务编号
     * @param dryRun 只检查，不写；数出来的与真的做一样
     * @param seen 同一个文件先前各批的编号
     */
    @Transactional
    public Outcome write(String source, Batch batch, boolean dryRun, Seen seen) {
        var problems = new ArrayList<>(batch.problems);
        var lines = batch.lines.stream()
                .filter(line -> isFirst(line, seen, problems))
                .toList();
        return write(source, lines, problems, currentActor.get(), dryRun);
    }

    private static boolean isFirst(ImportLine line, Seen seen, List<Problem> problems) {
        long before = seen.before(line.key(), line.row());
        if (before >= 0) {
            problems.add(new Problem(
                    line.row(), "externalId", line.externalId(), true, "publication.import.twice", List.of(before)));
        }
        return before < 0;
    }

    private Outcome write(String source, List<ImportLine> lines, List<Problem> problems, Actor actor, boolean dryRun) {
        var known = rows.known(lines.stream().map(ImportLine::key).toList());
        var told = outlets.told(lines, known);
        var sorted = Sorted.of(lines, known, told.keySet(), problems);
        if (!dryRun) {
            store(source, sorted, known, told, actor);
        }
        problems.sort(Comparator.comparingLong(Problem::row));
        int rejected = Math.toIntExact(problems.stream()
                .filter(Problem::rejected)
                .map(Problem::row)
                .distinct()
                .count());
        return new Outcome(
                sorted.added().size(),
                sorted.changed().size() + sorted.told().size(),
                sorted.unchanged().size(),
                rejected,
                problems,
                sorted.taken());
    }

    private void store(
            String source,
            Sorted sorted,
            Map<Key, ImportedRows.Known> known,
            Map<Key, List<OutletDraft>> told,
            Actor actor) {
        var now = clock.instant();
        var added = rows.add(sorted.added(), actor, now);
        var changed = rows.change(sorted.changed(), known, actor, now);
        rows.recognised(sorted.told(), known);
        rows.recognised(sorted.unchanged(), known);
        if (!added.isEmpty() || !changed.isEmpty()) {
            events.publishEvent(new DisclosuresImported(source, added, changed));
        }
        outlets.add(source, sorted.all(), known, told, added, actor, now);
    }

    /** @param told 内容没有变，只多了公开渠道的 */
    private record Sorted(
            List<ImportLine> added, List<ImportLine> changed, List<ImportLine> told, List<ImportLine> unchanged) {

        static Sorted of(
                Iterable<ImportLine> lines,
                Map<Key, ImportedRows.Known> known,
                Set<Key> gaining,
                List<Problem> problems) {
            var sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (var line : lines) {
                var before = known.get(line.key());
                if (before == null) {
                    sorted.added().add(line);
                } else if (before.says(line)) {
                    (gaining.contains(line.key()) ? sorted.told() : sorted.unchanged()).add(line);
                } else if (before.importable() && line.isProactive()) {
                    sorted.changed().add(line);
                } else {
                    problems.add(
                            new Problem(line.row(), "externalId", line.externalId(), true, why(before), List.of()));
                }
            }
            return sorted;
        }

        private static String why(ImportedRows.Known before) {
            return switch (before.standing()) {
                case WITHDRAWN -> "publication.import.withdrawn";
                case REGISTERED -> "publication.import.registered";
                default -> before.importable() ? "publication.import.notProactive" : "publication.import.inWork";
            };
        }

        /** 收下的、可能带来公开渠道的。 */
        List<ImportLine> all() {
            var all = new ArrayList<>(added);
            all.addAll(changed);
            all.addAll(told);
            return all;
        }

        List<Taken> taken() {
            var taken = new ArrayList<Taken>();
            add(taken, "ADDED", added);
            add(taken, "CHANGED", changed);
            add(taken, "CHANGED", told);
            add(taken, "UNCHANGED", unchanged);
            taken.sort(Comparator.comparingLong(Taken::row));
            return taken;
        }

        private static void add(List<Taken> taken, String change, List<ImportLine> lines) {
            for (var line : lines) {
                var content = line.draft().content();
                taken.add(new Taken(
                        line.row(),
                        change,
                        line.externalId(),
                        line.body(),
                        content.placement().item(),
                        content.placement().area(),
                        content.facts().title(),
                        Publishing.day(line.publishedAt())));
            }
        }
    }
}
