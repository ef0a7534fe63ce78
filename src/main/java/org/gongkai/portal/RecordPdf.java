package org.gongkai.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongkai.organisation.PublicBody;
import org.gongkai.printing.PdfPrinter;
import org.gongkai.publication.DisclosureView;
import org.gongkai.ui.Dates;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * 公开信息的 PDF：嵌入中文字体，可以复制、检索；缺一个字也不出，并说出是哪个字。
 *
 * <p>A record as PDF. Never prints a substitute for a character no face has: the refusal names the character. Nothing is fetched from
 * anywhere while it is made.
 */
@Component
public class RecordPdf {

    private static final int KEPT_BYTES = 16 * 1024 * 1024;
    private static final String STYLE = """
            h1 { margin: 10mm 0 8mm; } td p, th p, li p { text-indent: 0; } a { color: #000; text-decoration: none; }
            th, td { padding: 1.5mm 2mm; font-size: 10pt; } strong, b { font-weight: normal; text-decoration: underline; }
            .end { font-size: 9pt; text-indent: 0; margin-top: 8mm; word-wrap: break-word; }
            """;

    private final PdfPrinter printer;
    private final Texts texts;
    private final Cache<String, byte[]> ready = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((String key, byte[] pdf) -> pdf.length)
            .build();

    RecordPdf(PdfPrinter printer, Texts texts) {
        this.printer = printer;
        this.texts = texts;
    }

    /** @throws Refused when there is no Chinese face, or none has one of the characters */
    public byte[] of(PublicBody body, DisclosureView view) {
        String key = view.id() + "/" + view.edition() + "/" + view.digest() + "/" + body.name();
        return ready.get(key, _ -> made(body, view));
    }

    /** One at a time for each record: who asks for the same one waits for it. */
    private byte[] made(PublicBody body, DisclosureView view) {
        return printer.print(page(body, view));
    }

    private Document page(PublicBody body, DisclosureView view) {
        var page = printer.page(view.title(), STYLE);
        var table = page.body().appendElement("table").appendElement("tbody");
        row(table, "indexNumber", view.indexNumber(), "documentNumber", view.documentNumber());
        row(
                table,
                "issuer",
                view.issuers().isEmpty() ? body.name() : String.join("、", view.issuers()),
                "publishedOn",
                Dates.minute(view.publishedAt().atZone(Dates.ZONE).toOffsetDateTime()));
        page.body().appendElement("h1").text(view.title());
        var rich = Jsoup.parseBodyFragment(view.html()).body();
        rich.select("img, svg, iframe, object").remove();
        rich.childNodesCopy().forEach(page.body()::appendChild);
        page.body().appendElement("p").addClass("end").text(view.path() + "  SHA-256 " + view.digest());
        return page;
    }

    private void row(Element table, String first, String firstValue, String second, String secondValue) {
        var row = table.appendElement("tr");
        row.appendElement("td").text(texts.get("portal.record." + first));
        row.appendElement("td").text(firstValue);
        row.appendElement("td").text(texts.get("portal.record." + second));
        row.appendElement("td").text(secondValue);
    }
}
