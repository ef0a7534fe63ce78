package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文书：水印")
class WordLetterTests {

    @Test
    @DisplayName("分几节的文书，每一节的页脚都有水印，原有的页脚留着")
    void every_section_is_marked() throws IOException {
        var marked = WordLetter.marked(twoSections(), "导出：某人");
        try (var document = new XWPFDocument(new ByteArrayInputStream(marked))) {
            assertThat(document.getFooterList())
                    .isNotEmpty()
                    .allSatisfy(footer -> assertThat(footer.getText()).contains("导出：某人"));
            var first = document.getParagraphs().getFirst().getCTP().getPPr().getSectPr();
            assertThat(first.getFooterReferenceList())
                    .hasSize(3)
                    .allSatisfy(reference ->
                            assertThat(document.getPartById(reference.getId())).isNotNull());
            assertThat(document.getFooterList())
                    .extracting(footer -> footer.getText().contains("第二节原有的页脚"))
                    .contains(true);
        }
    }

    private static byte[] twoSections() throws IOException {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            var end = document.createParagraph();
            end.createRun().setText("第一节");
            end.getCTP().addNewPPr().addNewSectPr();
            document.createParagraph().createRun().setText("第二节");
            document.createFooter(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("第二节原有的页脚");
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    @DisplayName("水印不改正文")
    void the_text_stays() {
        var letter = WordLetter.of(List.of("标题", "某机关", "正文", "机关", "日期"));
        assertThat(WordLetter.lines(WordLetter.marked(letter, "导出"))).isEqualTo(WordLetter.lines(letter));
    }
}
