package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/**
 * 读一个目录文件：找表头，一行一行读懂，说清哪里不懂。
 *
 * @param rows 读懂的行
 * @param problems 问题
 * @param title 表头上方的标题
 */
record CatalogueTable(List<ReadRow> rows, List<ReadProblem> problems, String title) {

    /** @param area 导入时指定的领域，没有指定时为空串 */
    static CatalogueTable read(TableFile file, String area) {
        var rows = new ArrayList<ReadRow>();
        var problems = new ArrayList<ReadProblem>();
        var title = new StringBuilder();
        int tables = 0;
        for (Grid grid : file.sheets()) {
            var header = Header.find(grid, 0);
            if (header.isPresent()) {
                tables++;
                var reader = new SheetReader(grid, header.get(), area);
                reader.read();
                rows.addAll(reader.rows());
                problems.addAll(reader.problems());
                if (title.isEmpty()) {
                    title.append(reader.title());
                }
            } else if (grid.rowCount() > 2 && !grid.hidden()) {
                problems.add(new ReadProblem(
                        grid.name(),
                        0,
                        -1,
                        "",
                        ReadProblem.Level.HINT,
                        "catalogue.read.noTable",
                        List.of(grid.name())));
            }
        }
        if (tables == 0) {
            throw new Refused(Refusal.of("catalogue.read.noHeader", file.fileName()));
        }
        return new CatalogueTable(List.copyOf(rows), List.copyOf(problems), title.toString());
    }
}
