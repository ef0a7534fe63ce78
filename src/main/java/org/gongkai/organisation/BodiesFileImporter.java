package org.gongkai.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.imports.spi.Importer;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 导入机构名录：代码、名称、别名、上级、层级。按代码不重复；文件里没有的机构不动。 The register of bodies from a table, by code. */
@Component
class BodiesFileImporter implements Importer {

    private static final List<String> FIELDS = List.of("code", "name", "aliases", "parent", "level");
    private static final Map<String, String> HEADS = Map.ofEntries(
            Map.entry("code", "code"),
            Map.entry("机构代码", "code"),
            Map.entry("代码", "code"),
            Map.entry("编码", "code"),
            Map.entry("name", "name"),
            Map.entry("机构名称", "name"),
            Map.entry("名称", "name"),
            Map.entry("全称", "name"),
            Map.entry("aliases", "aliases"),
            Map.entry("别名", "aliases"),
            Map.entry("简称", "aliases"),
            Map.entry("parent", "parent"),
            Map.entry("上级", "parent"),
            Map.entry("上级机构", "parent"),
            Map.entry("上级代码", "parent"),
            Map.entry("level", "level"),
            Map.entry("层级", "level"),
            Map.entry("级别", "level"));
    private static final int NEEDED = 3;

    private final JdbcClient jdbc;
    private final PublicBodies bodies;
    private final ApplicationEventPublisher events;

    BodiesFileImporter(JdbcClient jdbc, PublicBodies bodies, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.events = events;
    }

    @Override
    public String kind() {
        return "bodies";
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.SYSTEM_ADMINISTRATOR, Duty.OFFICE);
    }

    @Override
    @Transactional
    public void run(Upload upload, Report report) {
        var lines = read(upload, report);
        var added = new ArrayList<String>();
        var changed = new ArrayList<String>();
        int unchanged = 0;
        for (BodyLine line : lines.values()) {
            var before = bodies.find(line.code());
            if (before.isEmpty()) {
                added.add(line.code());
            } else if (same(before.get(), line)) {
                unchanged++;
                continue;
            } else {
                changed.add(line.code());
            }
            if (!upload.dryRun()) {
                write(line);
            }
        }
        report.counted(added.size(), changed.size(), unchanged, 0);
        report.progress(lines.size(), lines.size());
        if (!upload.dryRun() && added.size() + changed.size() > 0) {
            events.publishEvent(new BodiesChanged(List.copyOf(added), List.copyOf(changed)));
        }
    }

    private Map<String, BodyLine> read(Upload upload, Report report) {
        Map<String, BodyLine> lines = new LinkedHashMap<>();
        Map<String, Long> rows = new HashMap<>();
        for (Grid grid : table(upload).sheets()) {
            Map<String, Integer> columns = Map.of();
            for (int row = 0; row < grid.rowCount(); row++) {
                if (columns.isEmpty()) {
                    columns = heads(grid, row);
                } else if (!grid.isBlankRow(row)) {
                    read(grid, row, columns, report, lines, rows);
                }
            }
        }
        if (lines.isEmpty() && rows.isEmpty()) {
            throw new Refused(Refusal.of("organisation.import.noHeader", upload.fileName()));
        }
        orphans(lines, rows, report);
        return lines;
    }

    private void read(
            Grid grid,
            int row,
            Map<String, Integer> columns,
            Report report,
            Map<String, BodyLine> lines,
            Map<String, Long> rows) {
        Map<String, String> cell = new HashMap<>();
        FIELDS.forEach(field -> cell.put(
                field,
                columns.containsKey(field)
                        ? grid.cell(row, columns.getOrDefault(field, 0)).text().strip()
                        : ""));
        String code = cell.getOrDefault("code", "");
        String name = cell.getOrDefault("name", "");
        var level = BodyLine.level(cell.getOrDefault("level", ""));
        long number = row + 1L;
        if (!code.matches("[A-Za-z0-9._-]{1,40}")) {
            reject(report, grid, number, "code", code, "organisation.import.code");
        } else if (rows.containsKey(code)) {
            reject(report, grid, number, "code", code, "organisation.import.twice");
        } else if (name.isEmpty() || name.length() > 120) {
            reject(report, grid, number, "name", name, "organisation.import.name");
        } else if (level.isEmpty()) {
            reject(report, grid, number, "level", cell.getOrDefault("level", ""), "organisation.import.level");
        } else {
            lines.put(
                    code,
                    BodyLine.of(
                            code,
                            name,
                            cell.getOrDefault("aliases", ""),
                            cell.getOrDefault("parent", ""),
                            level.get()));
        }
        rows.putIfAbsent(code, number);
    }

    /** 上级既不在文件里也不在名录里的，或者绕成圈的，不导入；反复直到没有。 */
    private void orphans(Map<String, BodyLine> lines, Map<String, Long> rows, Report report) {
        boolean again = true;
        while (again) {
            again = false;
            for (BodyLine line : List.copyOf(lines.values())) {
                if (!anchored(line, lines)) {
                    lines.remove(line.code());
                    report.problem(
                            "",
                            rows.getOrDefault(line.code(), 0L),
                            "parent",
                            String.valueOf(line.parent()),
                            Level.ERROR,
                            "organisation.import.parent");
                    report.counted(0, 0, 0, 1);
                    again = true;
                }
            }
        }
    }

    private boolean anchored(BodyLine line, Map<String, BodyLine> lines) {
        Set<String> seen = new HashSet<>();
        String parent = line.parent();
        seen.add(line.code());
        while (parent != null) {
            if (!seen.add(parent)) {
                return false;
            }
            BodyLine above = lines.get(parent);
            if (above == null) {
                return bodies.find(parent).isPresent();
            }
            parent = above.parent();
        }
        return true;
    }

    private static void reject(Report report, Grid grid, long row, String column, String value, String key) {
        report.problem(grid.name(), row, column, value, Level.ERROR, key);
        report.counted(0, 0, 0, 1);
    }

    private static Map<String, Integer> heads(Grid grid, int row) {
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 0; column < grid.columnCount(); column++) {
            String field = HEADS.get(grid.cell(row, column).text().strip().toLowerCase(Locale.ROOT));
            if (field != null) {
                columns.putIfAbsent(field, column);
            }
        }
        return columns.size() >= NEEDED ? columns : Map.of();
    }

    private static boolean same(PublicBody before, BodyLine line) {
        return before.name().equals(line.name())
                && before.shortName().equals(line.shortName())
                && before.aliases().equals(line.aliases())
                && java.util.Objects.equals(before.parent(), line.parent())
                && before.level() == line.level()
                && before.kind() == line.kind()
                && before.functions().equals(line.functions());
    }

    private void write(BodyLine line) {
        jdbc.sql("""
                        insert into organisation.body (code, name, short_name, aliases, parent, level, kind, functions)
                        values (:code, :name, :shortName, :aliases, :parent, :level, :kind, :functions)
                        on conflict (code) do update set name = excluded.name, short_name = excluded.short_name,
                          aliases = excluded.aliases, parent = excluded.parent, level = excluded.level, kind = excluded.kind,
                          functions = excluded.functions, changed_at = now()
                        """)
                .param("code", line.code())
                .param("name", line.name())
                .param("shortName", line.shortName())
                .param("aliases", line.aliases().toArray(String[]::new))
                .param("parent", line.parent())
                .param("level", line.level().name())
                .param("kind", line.kind().name())
                .param("functions", line.functions().toArray(String[]::new))
                .update();
    }

    private static TableFile table(Upload upload) {
        try {
            return TableFile.read(upload.fileName(), Files.readAllBytes(upload.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
