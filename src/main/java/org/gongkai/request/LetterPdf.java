package org.gongkai.request;

import java.util.List;
import org.gongkai.printing.PdfPrinter;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** 文书的 PDF：由 .docx 的文字排成；字体里缺一个字也不出，并说出是哪个字（姓名尤其不能错）。 A letter as PDF; a missing glyph stops it. */
@Component
class LetterPdf {

    private static final String STYLE = """
            @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
            body { font-family: %s; font-size: 16pt; line-height: 1.75; color: #000; }
            h1 { font-size: 22pt; text-align: center; font-weight: normal; margin: 0 0 4mm; }
            .number { text-align: center; margin: 0 0 8mm; } p { margin: 0; text-indent: 2em; } .end { text-align: right; }
            """;
    private static final int ENDING = 2;

    private final PdfPrinter printer;

    LetterPdf(PdfPrinter printer) {
        this.printer = printer;
    }

    byte[] of(byte[] docx) {
        var lines = WordLetter.lines(docx);
        var page = Document.createShell("");
        page.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
        page.head().appendElement("style").appendText(STYLE.formatted(printer.families()));
        write(page, lines.stream().filter(line -> !line.isBlank()).toList());
        return printer.print(page);
    }

    private static void write(Document page, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var element = page.body().appendElement(i == 0 ? "h1" : "p");
            if (i == 1) {
                element.addClass("number");
            } else if (i >= lines.size() - ENDING) {
                element.addClass("end");
            }
            var parts = lines.get(i).split("\n", -1);
            for (int part = 0; part < parts.length; part++) {
                if (part > 0) {
                    element.appendElement("br");
                }
                element.appendText(parts[part]);
            }
        }
    }
}
