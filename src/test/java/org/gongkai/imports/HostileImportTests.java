package org.gongkai.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** F14：导入的表格也过同样的关。 Tables to be imported pass the same gate as attachments. */
@DisplayName("F14：恶意的导入文件")
class HostileImportTests {

    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>";

    private record Part(String name, byte[] content) {

        static Part of(String name, String content) {
            return new Part(name, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                arguments(
                        "炸弹：一个部件", with(new Part("xl/worksheets/sheet1.xml", new byte[60 << 20])), "imports.file.bomb"),
                arguments(
                        "外部实体",
                        with(Part.of(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + SHEET)),
                        "imports.file.hostile"),
                arguments(
                        "十亿次笑",
                        with(
                                Part.of(
                                        "xl/sharedStrings.xml",
                                        "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'>]><sst>&b;</sst>")),
                        "imports.file.hostile"),
                arguments(
                        "UTF-16 里的实体",
                        with(new Part("xl/workbook.xml", "\uFEFF<!DOCTYPE x><x/>".getBytes(StandardCharsets.UTF_16LE))),
                        "imports.file.hostile"),
                arguments("小写的 doctype", with(Part.of("xl/workbook.xml", "<!doctype x><x/>")), "imports.file.hostile"),
                arguments("宏", with(Part.of("xl/vbaProject.bin", "x")), "imports.file.macros"),
                arguments("上级路径", with(Part.of("../../etc/cron.d/x", "x")), "imports.file.hostile"),
                arguments("绝对路径", with(Part.of("/etc/passwd", "x")), "imports.file.hostile"),
                arguments("盘符", with(Part.of("C:/x", "x")), "imports.file.hostile"),
                arguments("反斜杠", with(Part.of("xl\\x", "x")), "imports.file.damaged"),
                arguments("部件太多", with(many(2_100)), "imports.file.hostile"),
                arguments("套压缩包", with(new Part("xl/media/x.zip", with(Part.of("a", "b")))), "imports.file.hostile"),
                arguments("不是表格的压缩包", zip(List.of(Part.of("a.txt", "b"))), "imports.file.notATable"),
                arguments("截断", java.util.Arrays.copyOf(with(Part.of("xl/a.xml", SHEET)), 60), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @DisplayName("拒收，说得出理由")
    void is_refused_with_a_reason(String what, byte[] bytes, String rule) {
        assertThatThrownBy(() -> TableFile.read("目录.xlsx", bytes)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().messageKey()).startsWith("imports.file.");
            if (rule != null) {
                assertThat(refused.refusal().messageKey()).isEqualTo(rule);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1, '''=1+1'",
        "+86 21, '''+86 21'",
        "-5, '''-5'",
        "@SUM(A1), '''@SUM(A1)'",
        "正常, 正常",
        "-, -",
        "－, －",
        "＝1, '''＝1'",
        "' =1', ''' =1'"
    })
    @DisplayName("写出的文字不会变成公式，前面有空白、全角的也一样")
    void exported_text_is_no_formula(String text, String written) {
        assertThat(Formulas.harmless(text)).isEqualTo(written);
    }

    private static Part[] many(int count) {
        return Stream.iterate(0, i -> i < count, i -> i + 1)
                .map(i -> Part.of("xl/a" + i + ".xml", "<a/>"))
                .toArray(Part[]::new);
    }

    private static byte[] with(Part... more) {
        var parts = new ArrayList<Part>();
        parts.add(Part.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
        parts.addAll(List.of(more));
        return zip(parts);
    }

    private static byte[] zip(List<Part> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Part part : parts) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
