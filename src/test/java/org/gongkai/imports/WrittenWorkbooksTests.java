package org.gongkai.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("读别的程序写的工作簿")
class WrittenWorkbooksTests {

    @Test
    @DisplayName("流式写出的 .xlsx（部件大小写在后面）照样读得出，合并区域也在")
    void a_streamed_workbook_is_read() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("目录");
            sheet.value(0, 0, "序号");
            sheet.value(0, 1, "公开事项");
            sheet.value(1, 0, 1);
            sheet.value(1, 1, "办事指南\n第二行");
            sheet.range(0, 1, 0, 2).merge();
            workbook.finish();
        }

        var grid = TableFile.read("目录.xlsx", out.toByteArray()).sheets().getFirst();

        assertThat(grid.name()).isEqualTo("目录");
        assertThat(grid.cell(1, 0).text()).isEqualTo("1");
        assertThat(grid.cell(1, 1).text()).isEqualTo("办事指南\n第二行");
        assertThat(grid.shown(0, 2).text()).isEqualTo("公开事项");
    }
}
