package org.gongkai.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 读 Excel 97–2003 的 .xls；公式只取存着的结果，宏不读。 */
final class XlsReader {

    private final TableLimits limits;

    XlsReader(TableLimits limits) {
        this.limits = limits;
    }

    TableFile read(String fileName, byte[] bytes) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return workbook(fileName, files);
        } catch (EncryptedDocumentException e) {
            throw new Refused(Refusal.of("imports.file.encrypted", fileName));
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            throw new Refused(Refusal.of("imports.file.damaged", fileName));
        }
    }

    private TableFile workbook(String fileName, POIFSFileSystem files) throws IOException {
        var root = files.getRoot();
        if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
            throw new Refused(Refusal.of("imports.file.encrypted", fileName));
        }
        if (root.hasEntry("WordDocument")) {
            throw new Refused(Refusal.of("imports.file.word", fileName));
        }
        try (var workbook = new HSSFWorkbook(files)) {
            var formatter = new DataFormatter(Locale.CHINA);
            formatter.setUseCachedValuesForFormulaCells(true);
            var budget = new GridBuilder.Budget(limits);
            var grids = new ArrayList<Grid>();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                grids.add(grid(
                        workbook.getSheetAt(i),
                        workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i),
                        formatter,
                        budget));
            }
            var notes = new ArrayList<TableFile.Note>();
            if (!TableReader.named(fileName, "xls", "et")) {
                notes.add(TableFile.Note.of("imports.note.disguised", "XLS"));
            }
            if (budget.cut()) {
                notes.add(TableFile.Note.of("imports.note.columnsCut", limits.columns()));
            }
            return new TableFile(fileName, TableFile.Format.XLS, null, grids, notes);
        }
    }

    private static Grid grid(Sheet sheet, boolean hidden, DataFormatter formatter, GridBuilder.Budget budget) {
        var builder = new GridBuilder(sheet.getSheetName(), hidden, budget);
        for (Row row : sheet) {
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                builder.put(
                        cell.getRowIndex(),
                        cell.getColumnIndex(),
                        Cell.text(TableReader.lines(formatter.formatCellValue(cell))));
            }
        }
        sheet.getMergedRegions()
                .forEach(range -> builder.merge(
                        range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn()));
        return builder.build();
    }
}
