package org.gongkai.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.portal.SiteAddress;
import org.gongkai.publication.DisclosureLine;
import org.gongkai.publication.DisclosureView;
import org.gongkai.publication.Disclosures;
import org.gongkai.publication.Outlets;
import org.gongkai.publication.Tombstone;
import org.gongkai.ui.Dates;
import org.gongkai.ui.QrCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 一条公开信息：网页、JSON、纯文本、PDF 在同一地址；历次版次；撤回的留下说明。 */
@Controller
@Requires(scope = Scope.PUBLIC)
class RecordPages {

    private static final String NUMBER = "\\d{4}-\\d{1,9}";

    private final Disclosures disclosures;
    private final Outlets outlets;
    private final Catalogues catalogues;
    private final PublicBodies bodies;
    private final RecordFiles files;
    private final SiteAddress addresses;
    private final Clock clock;

    RecordPages(
            Disclosures disclosures,
            Outlets outlets,
            Catalogues catalogues,
            PublicBodies bodies,
            RecordFiles files,
            SiteAddress addresses,
            Clock clock) {
        this.files = files;
        this.addresses = addresses;
        this.disclosures = disclosures;
        this.outlets = outlets;
        this.catalogues = catalogues;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** 网页，或者请求头要的别的样子。 */
    @GetMapping("/xxgk/{body}/{number:" + NUMBER + "}")
    Object page(
            @PathVariable String body,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return answer(RecordFormat.accepted(accept), body, number);
    }

    /** 同一地址加后缀。 */
    @GetMapping("/xxgk/{body}/{number:" + NUMBER + "}.{suffix:html|json|jsonld|txt|md|pdf}")
    Object file(@PathVariable String body, @PathVariable String number, @PathVariable String suffix) {
        return answer(RecordFormat.ofSuffix(suffix).orElseThrow(RecordPages::notFound), body, number);
    }

    /** 早先给出的地址一直有效。 */
    @GetMapping("/xxgk/{body}/{number:" + NUMBER + "}/{form:text|json}")
    Object former(@PathVariable String body, @PathVariable String number, @PathVariable String form) {
        return answer(form.equals("json") ? RecordFormat.JSON : RecordFormat.TEXT, body, number);
    }

    private Object answer(RecordFormat format, String body, String number) {
        var owner = require(body);
        var found = disclosures.find(owner.code(), number);
        if (found.isPresent()) {
            return format == RecordFormat.HTML
                    ? record(owner, found.get())
                    : files.of(
                            format, owner, found.get(), outlets.of(found.get().id()));
        }
        var tombstone = disclosures.tombstone(owner.code(), number).orElseThrow(RecordPages::notFound);
        return format == RecordFormat.HTML ? gone(owner, tombstone) : files.gone(format, tombstone);
    }

    @GetMapping("/xxgk/{body}/{number:" + NUMBER + "}/edition/{edition:\\d{1,6}}")
    ModelAndView edition(@PathVariable String body, @PathVariable String number, @PathVariable int edition) {
        var owner = require(body);
        var current = disclosures.find(owner.code(), number);
        if (current.isEmpty()) {
            return tombstone(owner, number);
        }
        return record(owner, disclosures.edition(current.get().id(), edition).orElseThrow(RecordPages::notFound));
    }

    @GetMapping("/xxgk/{body}/{number:" + NUMBER + "}/compare/{older:\\d{1,6}}/{newer:\\d{1,6}}")
    ModelAndView compare(
            @PathVariable String body, @PathVariable String number, @PathVariable int older, @PathVariable int newer) {
        var owner = require(body);
        var current = disclosures.find(owner.code(), number);
        if (current.isEmpty()) {
            return tombstone(owner, number);
        }
        var view = current.get();
        var before = disclosures.edition(view.id(), older).orElseThrow(RecordPages::notFound);
        var after = disclosures.edition(view.id(), newer).orElseThrow(RecordPages::notFound);
        return new ModelAndView("portal/compare", Map.of("body", owner, "view", view))
                .addObject("older", before.edition())
                .addObject("newer", after.edition())
                .addObject("changes", disclosures.compare(view.id(), older, newer));
    }

    /** 二维码每次按打开页面的网址画，所以不在成品页面里，也不留存。 Drawn for the address in use, never kept. */
    @GetMapping(value = "/xxgk/{body}/{number:" + NUMBER + "}/qr.svg", produces = "image/svg+xml")
    ResponseEntity<String> qr(@PathVariable String body, @PathVariable String number, HttpServletRequest request) {
        String path = DisclosureLine.path(require(body).code(), "/" + number);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(QrCode.svg(addresses.of(request, path)));
    }

    private ModelAndView record(PublicBody owner, DisclosureView view) {
        var model = new ModelAndView("portal/record");
        String address = DisclosureLine.path(owner.code(), view.indexNumber());
        model.addObject("body", owner);
        model.addObject("view", view);
        model.addObject("address", address);
        model.addObject("validity", view.validity(LocalDate.now(clock)));
        model.addObject("editions", view.editions() == 1 ? List.of(view.line()) : disclosures.editions(view.id()));
        model.addObject("parts", view.hasParts() ? disclosures.parts(view.id()) : List.of());
        model.addObject("outlets", view.hasOutlets() ? outlets.of(view.id()) : List.of());
        model.addObject(
                "item",
                view.item().isEmpty() ? null : catalogues.title(view.item()).orElse(null));
        model.addObject(
                "published", Dates.minute(view.publishedAt().atZone(Dates.ZONE).toOffsetDateTime()));
        return model;
    }

    private ModelAndView tombstone(PublicBody owner, String number) {
        return gone(owner, disclosures.tombstone(owner.code(), number).orElseThrow(RecordPages::notFound));
    }

    private static ModelAndView gone(PublicBody owner, Tombstone tombstone) {
        var model = new ModelAndView("portal/tombstone", HttpStatus.GONE);
        model.addObject("body", owner);
        model.addObject("tombstone", tombstone);
        model.addObject(
                "withdrawn",
                Dates.minute(tombstone.withdrawnAt().atZone(Dates.ZONE).toOffsetDateTime()));
        model.addObject("replacement", tombstone.replacement() == null ? "" : tombstone.replacement());
        return model;
    }

    private PublicBody require(String body) {
        return bodies.find(body).orElseThrow(RecordPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
