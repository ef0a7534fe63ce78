package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/**
 * 读一个目录文件：每张表找表头，一行一行读懂，说清哪里不懂。
 *
 * @param rows 读懂的行
 * @param problems 问题
 * @param title 第一张表上方的标题
 */
record CatalogueTable(List<ReadRow> rows, List<ReadProblem> problems, String title) {

    /** 我们自己退回的表里的一张，再传回来时不看。 */
    private static final String SUMMARY = "错误汇总";

    static CatalogueTable read(TableFile file) {
        var rows = new ArrayList<ReadRow>();
        var problems = new ArrayList<ReadProblem>();
        String title = "";
        int tables = 0;
        for (Grid grid : file.sheets()) {
            var header = grid.name().equals(SUMMARY) ? java.util.Optional.<Header>empty() : Header.find(grid, 0);
            if (header.isPresent() && grid.hidden()) {
                problems.add(hint(grid, "catalogue.read.hiddenSheet"));
            } else if (header.isPresent()) {
                tables++;
                var reader = new SheetReader(grid, header.get(), rows::add, problems::add);
                title = title.isEmpty() ? reader.title() : title;
                reader.read();
            } else if (grid.rowCount() > 2 && !grid.hidden() && !grid.name().equals(SUMMARY)) {
                problems.add(hint(grid, "catalogue.read.noTable"));
            }
        }
        if (tables == 0) {
            throw new Refused(Refusal.of(why(file), file.fileName()));
        }
        return new CatalogueTable(List.copyOf(rows), List.copyOf(problems), title);
    }

    /** 没有表头的，说得尽量准：隐藏了、连成一片了、或者根本不是目录。 */
    private static String why(TableFile file) {
        boolean hidden = file.sheets().stream()
                .anyMatch(grid -> grid.hidden() && Header.find(grid, 0).isPresent());
        boolean runTogether = file.sheets().stream().anyMatch(CatalogueTable::runTogether);
        return hidden
                ? "catalogue.read.onlyHidden"
                : runTogether ? "catalogue.read.runTogether" : "catalogue.read.noHeader";
    }

    /** 整张表的字连在一格里，格子的边界丢了。 */
    private static boolean runTogether(Grid grid) {
        for (int row = 0; row < Math.min(grid.rowCount(), 50); row++) {
            for (int c = 0; c < Math.min(grid.columnCount(), 3); c++) {
                String text = grid.cell(row, c).text();
                String head = Plain.tight(text.substring(0, Math.min(text.length(), 2_000)));
                if (head.contains("公开事项") && head.contains("公开依据") && head.contains("公开时限")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ReadProblem hint(Grid grid, String key) {
        return new ReadProblem(grid.name(), 0, -1, "", ReadProblem.Level.HINT, key, List.of(grid.name()));
    }
}
