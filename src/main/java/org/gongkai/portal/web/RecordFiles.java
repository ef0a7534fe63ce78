package org.gongkai.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.gongkai.organisation.PublicBody;
import org.gongkai.portal.MarkdownText;
import org.gongkai.portal.RecordPdf;
import org.gongkai.publication.DisclosureView;
import org.gongkai.publication.Outlet;
import org.gongkai.publication.Tombstone;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** 一条公开信息除网页以外的样子：JSON-LD、纯文本、Markdown、PDF。 A record in the forms machines and printers read. */
@Component
class RecordFiles {

    private final RecordPdf pdf;
    private final Texts texts;
    private final Clock clock;

    RecordFiles(RecordPdf pdf, Texts texts, Clock clock) {
        this.pdf = pdf;
        this.texts = texts;
        this.clock = clock;
    }

    /** @throws Refused when a PDF cannot be made truthfully */
    ResponseEntity<?> of(RecordFormat format, PublicBody owner, DisclosureView view, List<Outlet> outlets) {
        return switch (format) {
            case JSON, LINKED -> answer(format, owner, view, outlets).body(json(owner, view, outlets));
            case MARKDOWN ->
                answer(format, owner, view, outlets)
                        .body(markdown(owner, view, outlets).getBytes(StandardCharsets.UTF_8));
            case PDF ->
                answer(format, owner, view, outlets)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename(view.title() + ".pdf", StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(pdf.of(owner, view));
            default ->
                answer(RecordFormat.TEXT, owner, view, outlets).body(text(view).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** 撤回的，各种样子都说撤回。 */
    ResponseEntity<?> gone(RecordFormat format, Tombstone tombstone) {
        var answer = ResponseEntity.status(HttpStatus.GONE).cacheControl(CacheControl.noCache());
        if (format == RecordFormat.JSON || format == RecordFormat.LINKED) {
            var json = new LinkedHashMap<String, Object>();
            json.put("@context", "https://schema.org");
            json.put("@type", "DigitalDocument");
            json.put("identifier", tombstone.indexNumber());
            json.put("creativeWorkStatus", texts.get("portal.tombstone.title"));
            json.put("withdrawnAt", tombstone.withdrawnAt().toString());
            json.put("reason", tombstone.note());
            return answer.contentType(format.type()).body(json);
        }
        String text = texts.get("portal.tombstone.title") + "\n" + tombstone.indexNumber() + "\n" + tombstone.title()
                + "\n" + tombstone.note() + "\n";
        return answer.contentType(utf8(MediaType.TEXT_PLAIN)).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity.BodyBuilder answer(
            RecordFormat format, PublicBody owner, DisclosureView view, List<Outlet> outlets) {
        var type = format.type().getType().equals("text") ? utf8(format.type()) : format.type();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(tag(format, owner, view, outlets))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /** 内容、有效性、公开主体的名称、同时公开的渠道，任何一样变了，标记就变；有效性随日子变，所以不说“最后修改”。 Changes with all that is said. */
    private String tag(RecordFormat format, PublicBody owner, DisclosureView view, List<Outlet> outlets) {
        var said = new CRC32C();
        said.update((owner.name() + "|" + view.validity(LocalDate.now(clock)) + "|" + view.edition() + "|"
                        + view.publishedAt() + "|" + outlets)
                .getBytes(StandardCharsets.UTF_8));
        return "\"" + view.digest().substring(0, Math.min(20, view.digest().length())) + "-"
                + Long.toHexString(said.getValue()) + "-" + format.name().toLowerCase(Locale.ROOT) + "\"";
    }

    private static MediaType utf8(MediaType type) {
        return new MediaType(type, StandardCharsets.UTF_8);
    }

    private static String text(DisclosureView view) {
        return view.title() + "\n" + view.documentNumber() + "\n\n" + view.plain() + "\n\nSHA-256 " + view.digest()
                + "\n";
    }

    private String markdown(PublicBody owner, DisclosureView view, List<Outlet> outlets) {
        var head = new StringBuilder("# ").append(view.title()).append("\n\n");
        line(head, "portal.record.indexNumber", view.indexNumber());
        line(head, "portal.record.documentNumber", view.documentNumber());
        line(head, "portal.record.issuer", view.issuers().isEmpty() ? owner.name() : String.join("、", view.issuers()));
        line(
                head,
                "portal.record.formedOn",
                view.formedOn() == null ? "" : view.formedOn().toString());
        line(
                head,
                "portal.record.outlets",
                outlets.stream()
                        .map(outlet -> texts.get(
                                "portal.record.outlet",
                                texts.get(
                                        "catalogue.channel." + outlet.channel().name()),
                                outlet.on().toString()))
                        .collect(Collectors.joining("、")));
        return head.append('\n').append(MarkdownText.of(view.html())) + "\n\nSHA-256 " + view.digest() + "\n";
    }

    private void line(StringBuilder out, String key, String value) {
        if (!value.isEmpty()) {
            out.append("- ").append(texts.get(key)).append("：").append(value).append('\n');
        }
    }

    private static Map<String, Object> channel(Outlet outlet) {
        var json = new LinkedHashMap<String, Object>();
        json.put("channel", outlet.channel().name());
        json.put("name", outlet.channel().printed());
        json.put("on", outlet.on().toString());
        json.put("where", outlet.where());
        return json;
    }

    /** schema.org 的 JSON-LD。 */
    private Map<String, Object> json(PublicBody owner, DisclosureView view, List<Outlet> outlets) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@context", "https://schema.org");
        json.put("@type", view.documentNumber().isEmpty() ? "DigitalDocument" : "Legislation");
        json.put("identifier", view.indexNumber());
        json.put("name", view.title());
        json.put("legislationIdentifier", view.documentNumber());
        json.put("publisher", owner.name());
        json.put("dateCreated", view.formedOn());
        json.put("datePublished", view.publishedAt().toString());
        json.put("version", view.edition());
        json.put("validity", view.validity(LocalDate.now(clock)));
        json.put("text", view.plain());
        json.put("sha256", view.digest());
        json.put(
                "channels", // where else it was disclosed
                outlets.stream().map(RecordFiles::channel).toList());
        return json;
    }
}
