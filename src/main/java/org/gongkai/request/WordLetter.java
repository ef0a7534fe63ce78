package org.gongkai.request;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;

/** 一份 .docx：生成、整理成模板、取出文字。 A Word document: made, made ready to be filled in, read. */
final class WordLetter {

    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]{1,20}?)\\s*}}");
    private static final String FACE = "仿宋";
    private static final int TITLE_POINTS = 22;
    private static final int BODY_POINTS = 16;
    private static final int MARK_POINTS = 9;
    private static final int INDENT = 640;

    private WordLetter() {}

    /** 标题居中，其余首行缩进。 */
    static byte[] of(List<String> lines) {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (int i = 0; i < lines.size(); i++) {
                var paragraph = document.createParagraph();
                boolean title = i <= 1;
                boolean end = i >= lines.size() - 2;
                paragraph.setAlignment(
                        title ? ParagraphAlignment.CENTER : end ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
                if (!title && !end && !lines.get(i).endsWith("：")) {
                    paragraph.setIndentationFirstLine(INDENT);
                }
                var run = paragraph.createRun();
                run.setFontFamily(FACE);
                run.setFontSize(i == 0 ? TITLE_POINTS : BODY_POINTS);
                run.setText(lines.get(i));
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 用到了哪些项。 */
    static Set<String> fields(byte[] docx) {
        Set<String> fields = new LinkedHashSet<>();
        try (var document = open(docx)) {
            for (var paragraph : paragraphs(document)) {
                var matcher = FIELD.matcher(paragraph.getText());
                while (matcher.find()) {
                    fields.add(matcher.group(1));
                }
            }
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 整理模板：有要填的项的一段合成一截文字，格式以它的第一截为准。 Each paragraph with fields becomes one run. */
    static byte[] settled(byte[] docx) {
        try (var document = open(docx);
                var bytes = new ByteArrayOutputStream()) {
            for (var paragraph : paragraphs(document)) {
                var fields = FIELD.matcher(paragraph.getText());
                if (fields.find()) {
                    write(paragraph, fields.replaceAll("{{$1}}"));
                }
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(XWPFParagraph paragraph, String text) {
        List<XWPFRun> runs = paragraph.getRuns();
        while (runs.size() > 1) {
            paragraph.removeRun(runs.size() - 1);
        }
        var run = runs.isEmpty() ? paragraph.createRun() : runs.getFirst();
        var lines = text.split("\n", -1);
        run.setText(lines[0], 0);
        for (int i = 1; i < lines.length; i++) {
            run.addBreak();
            run.setText(lines[i]);
        }
    }

    /** 全部文字，一段一行。 */
    static List<String> lines(byte[] docx) {
        try (var document = open(docx)) {
            return paragraphs(document).stream().map(XWPFParagraph::getText).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 每一节、每一页的页脚加一行小字；原有的页脚留着。 A line at the foot of every page of every section; the footer there was stays above it. */
    static byte[] marked(byte[] docx, String words) {
        try (var document = open(docx);
                var bytes = new ByteArrayOutputStream()) {
            for (var footer : footers(document)) {
                var paragraph = footer.createParagraph();
                paragraph.setAlignment(ParagraphAlignment.CENTER);
                var run = paragraph.createRun();
                run.setFontFamily(FACE);
                run.setFontSize(MARK_POINTS);
                run.setColor("808080");
                run.setText(words);
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All footers there are; the last section gets all three kinds, and the first one those it lacks: later ones inherit. */
    private static Set<XWPFFooter> footers(XWPFDocument document) {
        Set<XWPFFooter> footers = new LinkedHashSet<>();
        for (var type : HeaderFooterType.values()) {
            var footer = document.createFooter(type);
            firstOfSeveral(document)
                    .ifPresent(first ->
                            inherit(first, STHdrFtr.Enum.forInt(type.toInt()), document.getRelationId(footer)));
            footers.add(footer);
        }
        footers.addAll(document.getFooterList());
        return footers;
    }

    /** The end of the first section, when there is another one after it. */
    private static Optional<CTSectPr> firstOfSeveral(XWPFDocument document) {
        return document.getParagraphs().stream()
                .map(paragraph -> paragraph.getCTP().getPPr())
                .filter(properties -> properties != null && properties.isSetSectPr())
                .map(CTPPr::getSectPr)
                .findFirst();
    }

    private static void inherit(CTSectPr section, STHdrFtr.Enum type, String footer) {
        boolean own = section.getFooterReferenceList().stream().anyMatch(each -> each.getType() == type);
        if (!own) {
            var reference = section.addNewFooterReference();
            reference.setType(type);
            reference.setId(footer);
        }
    }

    private static List<XWPFParagraph> paragraphs(XWPFDocument document) {
        var all = new ArrayList<>(document.getParagraphs());
        document.getTables()
                .forEach(table -> table.getRows()
                        .forEach(row -> row.getTableCells().forEach(cell -> all.addAll(cell.getParagraphs()))));
        return all;
    }

    /** Whatever it is that came, it is either a document or not. */
    private static XWPFDocument open(byte[] docx) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(docx));
        } catch (IOException | RuntimeException e) {
            throw new Refused(Refusal.of("request.template.unreadable"));
        }
    }
}
