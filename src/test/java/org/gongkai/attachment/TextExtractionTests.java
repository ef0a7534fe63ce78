package org.gongkai.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("F16：附件里的文字都取得出来，隐藏的也说得出来")
class TextExtractionTests {

    @TempDir
    Path folder;

    @Test
    void hidden_sheets_and_rows_are_read_and_named() throws IOException {
        var content = Samples.xlsx(book -> {
            var shown = book.createSheet("公示");
            shown.createRow(0).createCell(0).setCellValue("姓名");
            var row = shown.createRow(1);
            row.createCell(0).setCellValue(13812345678d);
            row.setZeroHeight(true);
            shown.setColumnHidden(3, true);
            book.createSheet("底稿").createRow(0).createCell(0).setCellValue("11010519491231002X");
            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });
        var result = extract(content, FileKind.XLSX);
        assertThat(result.text()).contains("姓名", "11010519491231002X", "13812345678");
        assertThat(result.hidden()).contains("隐藏的工作表：底稿", "隐藏的行", "隐藏的列");
    }

    @Test
    void every_kind_gives_its_text() throws IOException {
        assertThat(extract(Samples.docx("最低生活保障"), FileKind.DOCX).text()).contains("最低生活保障");
        assertThat(extract(Samples.pptx(), FileKind.PPTX).text()).contains("幻灯片");
        assertThat(extract(Samples.pdf(pdf -> {}), FileKind.PDF).text()).contains("13812345678");
        assertThat(extract(
                                Samples.xls(book -> book.createSheet("甲")
                                        .createRow(0)
                                        .createCell(0)
                                        .setCellValue("旧表内容")),
                                FileKind.XLS)
                        .text())
                .contains("旧表内容");
        assertThat(extract(Samples.in("GB18030", "编码"), FileKind.TXT).text()).isEqualTo("编码");
        assertThat(extract(Samples.picture("png", 2, 2), FileKind.PNG).state()).isEqualTo(StoredFile.TextState.NO_TEXT);
    }

    @Test
    @DisplayName("docx 读成正文：标题、段落、列表、合并单元格，文字里的标签不成为标签")
    void a_document_becomes_a_body() throws IOException {
        var content = Samples.docx(document -> {
            document.createStyles();
            var heading = document.createParagraph();
            heading.setStyle("Heading1");
            heading.createRun().setText("一、总则");
            document.createParagraph().createRun().setText("为了<script>alert(1)</script>规范");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("事项");
            table.getRow(0)
                    .getCell(0)
                    .getCTTc()
                    .addNewTcPr()
                    .addNewVMerge()
                    .setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge.RESTART);
            table.getRow(1).getCell(0).getCTTc().addNewTcPr().addNewVMerge();
            table.getRow(0).getCell(1).setText("时限");
            table.getRow(1).getCell(1).setText("20 个工作日");
        });
        var html = DocxBody.html(Files.write(folder.resolve("b.docx"), content));
        assertThat(html)
                .contains("<h2>一、总则</h2>", "<p>为了&lt;script&gt;alert(1)&lt;/script&gt;规范</p>")
                .contains("<td rowspan=\"2\">事项</td><td>时限</td></tr><tr><td>20 个工作日</td></tr>");
    }

    private TextExtraction.Result extract(byte[] content, FileKind kind) throws IOException {
        return TextExtraction.of(Files.write(folder.resolve("x." + kind.extension()), content), kind);
    }
}
