package org.gongkai.catalogue.web;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.gongkai.catalogue.CatalogueExport;
import org.gongkai.catalogue.CatalogueExport.Format;
import org.gongkai.catalogue.CatalogueItem;
import org.gongkai.catalogue.CatalogueVersions;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 下载标准目录：现行的、历来公布的各版，官方模板、CSV、JSON，以及空白模板。 Downloads, readable by everybody. */
@RestController
@RequestMapping("/api/v1/catalogue")
@Requires(scope = Scope.PUBLIC)
class CatalogueDownloads {

    private static final int ALL = 100_000;

    private final Catalogues catalogues;
    private final CatalogueVersions versions;
    private final CatalogueExport export;
    private final Texts texts;

    CatalogueDownloads(Catalogues catalogues, CatalogueVersions versions, CatalogueExport export, Texts texts) {
        this.catalogues = catalogues;
        this.versions = versions;
        this.export = export;
        this.texts = texts;
    }

    /** 现行目录，可以只要一个领域、一个机构。 */
    @GetMapping("/export.{format:xlsx|csv|json}")
    ResponseEntity<byte[]> current(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String body) {
        return download(format, texts.get("catalogue.export.name"), catalogues.items(area, body, "", ALL));
    }

    /** 已经公布过的一版。 */
    @GetMapping("/versions/{id:\\d+}/export.{format:xlsx|csv|json}")
    ResponseEntity<byte[]> version(@PathVariable long id, @PathVariable String format) {
        var version = versions.published(id).orElseThrow(() -> Refused.missing("catalogue.noSuchVersion"));
        String name = version.title() + "-" + texts.get("catalogue.version.nth", version.number());
        return download(format, name, versions.items(id));
    }

    /** 空白的官方模板。 */
    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template() {
        return file(Format.XLSX, texts.get("catalogue.template.name"), export::template);
    }

    private ResponseEntity<byte[]> download(String format, String name, List<CatalogueItem> items) {
        var wanted = Format.valueOf(format.toUpperCase(Locale.ROOT));
        return file(wanted, name, out -> export.write(wanted, items, out));
    }

    static ResponseEntity<byte[]> file(Format format, String name, Consumer<OutputStream> content) {
        var bytes = new ByteArrayOutputStream();
        content.accept(bytes);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format.suffix(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }
}
