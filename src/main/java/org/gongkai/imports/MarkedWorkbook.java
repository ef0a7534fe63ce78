package org.gongkai.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** 退回的表：用户自己的文件，错的格子标红并加批注，另加“校验结果”一列和“错误汇总”一张表；行序不动。 The user's own workbook, marked. */
final class MarkedWorkbook {

    private final UnaryOperator<String> text;

    MarkedWorkbook(UnaryOperator<String> text) {
        this.text = text;
    }

    void write(TableFile file, byte[] bytes, List<ImportProblem> problems, OutputStream out) throws IOException {
        try (Workbook workbook = open(file, bytes)) {
            Map<String, List<ImportProblem>> bySheet = problems.stream()
                    .filter(problem -> problem.row() > 0)
                    .collect(Collectors.groupingBy(ImportProblem::sheet));
            for (int i = 0;
                    i < Math.min(workbook.getNumberOfSheets(), file.sheets().size());
                    i++) {
                Sheet sheet = workbook.getSheetAt(i);
                mark(sheet, bySheet.getOrDefault(file.sheets().get(i).name(), List.of()));
            }
            summary(workbook, problems);
            workbook.write(out);
        }
    }

    private static Workbook open(TableFile file, byte[] bytes) throws IOException {
        return switch (file.format()) {
            case XLSX -> new XSSFWorkbook(new ByteArrayInputStream(bytes));
            case XLS -> new HSSFWorkbook(new ByteArrayInputStream(bytes));
            default -> copy(file);
        };
    }

    /** CSV and HTML become a workbook with the same rows. */
    private static Workbook copy(TableFile file) {
        var workbook = new XSSFWorkbook();
        int number = 0;
        for (Grid grid : file.sheets()) {
            number++;
            Sheet sheet = workbook.createSheet(file.sheets().size() == 1 ? "表" : "表" + number);
            for (int r = 0; r < grid.rowCount(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < grid.columnCount(); c++) {
                    if (!grid.cell(r, c).isBlank()) {
                        row.createCell(c)
                                .setCellValue(Formulas.harmless(grid.cell(r, c).text()));
                    }
                }
            }
        }
        return workbook;
    }

    private void mark(Sheet sheet, List<ImportProblem> problems) {
        int result = lastColumn(sheet) + 1;
        CellStyle wrong = style(sheet.getWorkbook(), IndexedColors.ROSE);
        CellStyle doubtful = style(sheet.getWorkbook(), IndexedColors.LIGHT_YELLOW);
        var helper = sheet.getWorkbook().getCreationHelper();
        var drawing = sheet.createDrawingPatriarch();
        for (ImportProblem problem : problems) {
            int r = (int) problem.row() - 1;
            Row row = sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r);
            if (problem.column().matches("[A-Z]{1,3}")) {
                int c = CellReference.convertColStringToIndex(problem.column());
                Cell cell = row.getCell(c, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                cell.setCellStyle(problem.level().equals("ERROR") ? wrong : doubtful);
                if (cell.getCellComment() == null) {
                    var anchor = helper.createClientAnchor();
                    anchor.setRow1(r);
                    anchor.setCol1(c + 1);
                    anchor.setRow2(r + 4);
                    anchor.setCol2(c + 4);
                    var comment = drawing.createCellComment(anchor);
                    comment.setString(helper.createRichTextString(problem.message()));
                    cell.setCellComment(comment);
                }
            }
            Cell verdict = row.getCell(result, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            String before = verdict.getStringCellValue();
            verdict.setCellValue((before.isEmpty() ? "" : before + "\n")
                    + text.apply("imports.level." + problem.level()) + "：" + problem.message());
        }
        if (!problems.isEmpty()) {
            int head =
                    (int) problems.stream().mapToLong(ImportProblem::row).min().orElse(2) - 2;
            Row row = sheet.getRow(Math.max(0, head)) == null
                    ? sheet.createRow(Math.max(0, head))
                    : sheet.getRow(Math.max(0, head));
            Cell title = row.getCell(result, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            if (title.getStringCellValue().isEmpty()) {
                title.setCellValue(text.apply("imports.marked.result"));
            }
        }
    }

    private void summary(Workbook workbook, List<ImportProblem> problems) {
        String name = text.apply("imports.marked.summary");
        Sheet sheet = workbook.getSheet(name) == null ? workbook.createSheet(name) : workbook.getSheet(name);
        List<String> heads = List.of("sheet", "row", "column", "value", "level", "message");
        Row head = sheet.createRow(0);
        for (int c = 0; c < heads.size(); c++) {
            head.createCell(c).setCellValue(text.apply("imports.problem." + heads.get(c)));
        }
        int r = 1;
        for (ImportProblem problem : problems) {
            Row row = sheet.createRow(r++);
            List<String> cells = List.of(
                    problem.sheet(),
                    problem.row() == 0 ? "" : String.valueOf(problem.row()),
                    problem.column(),
                    Formulas.harmless(problem.value()),
                    text.apply("imports.level." + problem.level()),
                    problem.message());
            for (int c = 0; c < cells.size(); c++) {
                row.createCell(c).setCellValue(cells.get(c));
            }
        }
        sheet.createFreezePane(0, 1);
    }

    private static int lastColumn(Sheet sheet) {
        int last = 0;
        for (Row row : sheet) {
            last = Math.max(last, row.getLastCellNum() - 1);
        }
        return last;
    }

    private static CellStyle style(Workbook workbook, IndexedColors colour) {
        CellStyle style = workbook.createCellStyle();
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        return style;
    }
}
