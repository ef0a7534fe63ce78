package org.gongkai.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.identity.Duty;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.imports.spi.Importer;
import org.gongkai.organisation.BodiesImport.Outcome;
import org.springframework.stereotype.Component;

/** 导入机构名录文件：第一张认得表头的表，列为 code、name、aliases、parent、level。 */
@Component
class BodiesImporter implements Importer {

    private final OrganisationDesk desk;

    BodiesImporter(OrganisationDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "bodies";
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.OFFICE, Duty.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public boolean isDistrictWide() {
        return true;
    }

    @Override
    public void run(Upload upload, Report report) {
        var file = read(upload);
        file.notes()
                .forEach(note -> report.problem(
                        "",
                        0,
                        "",
                        "",
                        Level.HINT,
                        note.messageKey(),
                        note.args().toArray()));
        var sheet = file.sheets().stream()
                .filter(each -> !each.hidden() && BodyRows.isReadable(texts(each)))
                .findFirst();
        var rows = sheet.map(BodiesImporter::texts).orElse(List.of());
        report.progress(0, rows.size());
        var result = desk.importBodies(rows, upload.dryRun());
        tell(result, sheet.map(Grid::name).orElse(""), BodyRows.headings(rows), report);
        report.counted(
                result.count(Outcome.ADDED),
                result.count(Outcome.CHANGED),
                result.count(Outcome.UNCHANGED),
                result.count(Outcome.REJECTED));
        report.progress(rows.size(), rows.size());
    }

    private static void tell(BodiesImport result, String sheet, Map<String, Integer> columns, Report report) {
        for (var row : result.rows()) {
            var problem = row.problem();
            if (problem != null) {
                Integer column = columns.get(problem.column());
                report.problem(
                        sheet,
                        row.row(),
                        column == null ? problem.column() : Grid.columnName(column),
                        problem.value(),
                        Level.ERROR,
                        problem.refusal().messageKey(),
                        problem.refusal().args().toArray());
            }
            report.row(Map.of(
                    "row", row.row(),
                    "change", row.outcome(),
                    "code", row.code(),
                    "name", row.name(),
                    "outcome", row.outcome()));
        }
    }

    private static List<List<String>> texts(Grid grid) {
        var rows = new ArrayList<List<String>>();
        for (int r = 0; r < grid.rowCount(); r++) {
            int row = r;
            rows.add(IntStream.range(0, grid.columnCount())
                    .mapToObj(column -> grid.shown(row, column).text())
                    .toList());
        }
        return rows;
    }

    private static TableFile read(Upload upload) {
        try {
            return TableFile.read(upload.fileName(), Files.readAllBytes(upload.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
