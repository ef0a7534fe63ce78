package org.gongkai.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GongkaiTest
@DisplayName("批量导入：后台执行、进度、三个数、问题、退回的表")
class ImportModuleTests {

    private static final String HEADER = "序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开方式\n";
    private static final Actor OFFICE = new Actor("import-office", "导入人", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final ImportDesk desk;
    private final CurrentActor current;

    private final Texts texts;

    ImportModuleTests(ImportDesk desk, CurrentActor current, Texts texts) {
        this.desk = desk;
        this.current = current;
        this.texts = texts;
    }

    @Test
    @DisplayName("每一种导入都有名称，中文英文都有")
    void each_kind_has_a_name() {
        var kinds = current.callAs(OFFICE, desk::kinds);
        assertThat(kinds).contains("catalogue", "annual-reports").allSatisfy(kind -> {
            String key = "imports.kind." + kind;
            assertThat(texts.get(key)).isNotEqualTo(key);
            assertThat(texts.get(Locale.ENGLISH, key)).isNotEqualTo(key).isNotEqualTo(texts.get(key));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    @DisplayName("先预览再写入：错的一行标出来，对的一行能导入；编码自己认")
    void preview_marks_the_wrong_row_and_counts_the_right_one(String charset) throws Exception {
        String text = HEADER
                + "1,导入测试,=cmd|' /C calc'!A0,内容,《条例》,20个工作日内,,政府网站,主动\n"
                + "2,导入测试,事项" + charset + ",内容,《条例》,信息形成之日起20个工作日内,导入测试局,政府网站,主动\n";

        var run = finished(start("catalogue", "目录.csv", text.getBytes(Charset.forName(charset)), true));

        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run.added()).isEqualTo(1);
        assertThat(run.rejected()).isEqualTo(1);
        var problems = current.callAs(OFFICE, () -> desk.problems(run.id()));
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo("G");
            assertThat(problem.level()).isEqualTo("ERROR");
            assertThat(problem.message()).contains("没有公开主体");
        });
        var marked = current.callAs(OFFICE, () -> desk.marked(run.id(), key -> key));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(marked.bytes()))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(6).getCellComment()).isNotNull();
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).startsWith("'=");
            assertThat(sheet.getRow(0).getCell(9).getStringCellValue()).isEqualTo("imports.marked.result");
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("不是目录的文件：整个不导入，一句话说清原因")
    void a_file_that_is_no_catalogue_says_so() throws Exception {
        var run = finished(start("catalogue", "名单.csv", "姓名,电话\n张三,1\n".getBytes(StandardCharsets.UTF_8), false));

        assertThat(run.state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(run.message()).contains("没有找到目录的表头").contains("没有导入任何内容");
    }

    @Test
    @DisplayName("没有岗位不能导入；没有的种类说没有")
    void duties_and_kinds_are_checked() {
        var nobody = new Actor("import-nobody", "无岗位", null, Set.of(), Set.of(), false);
        assertThatThrownBy(() -> current.callAs(
                        nobody,
                        () -> desk.accept("catalogue", "a.csv", new ByteArrayInputStream(new byte[0]), Map.of(), true)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> start("nonsense", "a.csv", new byte[] {1}, true))
                .isInstanceOf(Refused.class);
    }

    private long start(String kind, String name, byte[] bytes, boolean dryRun) {
        return current.callAs(OFFICE, () -> desk.accept(kind, name, new ByteArrayInputStream(bytes), Map.of(), dryRun));
    }

    private ImportRun finished(long id) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            var run = current.callAs(OFFICE, () -> desk.require(id));
            if (run.finished()) {
                return run;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("import " + id + " did not finish");
    }
}
