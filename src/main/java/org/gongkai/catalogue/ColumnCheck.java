package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.imports.Grid;

/** 表头缺哪些列、哪些列是按次序认定的，一张表说一次。 Says once per table which columns are missing. */
final class ColumnCheck {

    private static final Map<String, List<Column>> WANTED = new LinkedHashMap<>();

    static {
        WANTED.put("catalogue.element.content", List.of(Column.CONTENT));
        WANTED.put("catalogue.element.basis", List.of(Column.BASIS));
        WANTED.put("catalogue.element.limit", List.of(Column.LIMIT));
        WANTED.put("catalogue.element.body", List.of(Column.BODY));
        WANTED.put("catalogue.element.channel", List.of(Column.CHANNEL));
        WANTED.put("catalogue.element.audience", List.of(Column.AUDIENCE, Column.AUDIENCE_ALL, Column.AUDIENCE_GROUP));
        WANTED.put("catalogue.element.mode", List.of(Column.MODE, Column.MODE_PROACTIVE, Column.MODE_ON_REQUEST));
    }

    private ColumnCheck() {}

    static List<ReadProblem> of(Grid grid, Header header) {
        var problems = new ArrayList<ReadProblem>();
        WANTED.forEach((key, columns) -> {
            if (columns.stream().noneMatch(header::has)) {
                var level = columns.contains(Column.BODY) || columns.contains(Column.LIMIT)
                        ? ReadProblem.Level.WARNING
                        : ReadProblem.Level.HINT;
                problems.add(problem(grid, header, level, "catalogue.read.noColumn", key));
            }
        });
        if (!header.assumed().isEmpty()) {
            problems.add(problem(grid, header, ReadProblem.Level.HINT, "catalogue.read.columnsAssumed"));
        }
        return problems;
    }

    private static ReadProblem problem(Grid grid, Header header, ReadProblem.Level level, String key, Object... args) {
        return new ReadProblem(grid.name(), 0, -1, "", level, key, List.of(args));
    }
}
