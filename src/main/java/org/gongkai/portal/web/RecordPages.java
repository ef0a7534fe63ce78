package org.gongkai.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.portal.QrCode;
import org.gongkai.publication.DisclosureLine;
import org.gongkai.publication.DisclosureView;
import org.gongkai.publication.Disclosures;
import org.gongkai.publication.Tombstone;
import org.gongkai.ui.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 一条公开信息：网页、JSON、纯文本在同一地址；历次版次；撤回的留下说明。 */
@Controller
@RequestMapping("/xxgk/{body}/{number:\\d{4}-\\d+}")
@Requires(scope = Scope.PUBLIC)
class RecordPages {

    private final Disclosures disclosures;
    private final Catalogues catalogues;
    private final PublicBodies bodies;
    private final Clock clock;

    RecordPages(Disclosures disclosures, Catalogues catalogues, PublicBodies bodies, Clock clock) {
        this.disclosures = disclosures;
        this.catalogues = catalogues;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@PathVariable String body, @PathVariable String number) {
        var owner = require(body);
        var found = disclosures.find(index(owner, number));
        if (found.isEmpty()) {
            return tombstone(owner, number);
        }
        return record(owner, found.get());
    }

    @GetMapping("/edition/{edition:\\d{1,6}}")
    ModelAndView edition(@PathVariable String body, @PathVariable String number, @PathVariable int edition) {
        var owner = require(body);
        var view = disclosures
                .find(index(owner, number))
                .flatMap(current -> disclosures.edition(current.id(), edition))
                .orElseThrow(RecordPages::notFound);
        return record(owner, view);
    }

    @GetMapping("/compare/{older:\\d{1,6}}/{newer:\\d{1,6}}")
    String compare(
            @PathVariable String body,
            @PathVariable String number,
            @PathVariable int older,
            @PathVariable int newer,
            Model model) {
        var owner = require(body);
        var view = disclosures.find(index(owner, number)).orElseThrow(RecordPages::notFound);
        model.addAttribute("body", owner);
        model.addAttribute("view", view);
        model.addAttribute("older", older);
        model.addAttribute("newer", newer);
        model.addAttribute("changes", disclosures.compare(view.id(), older, newer));
        return "portal/compare";
    }

    @GetMapping(value = "/text", produces = "text/plain;charset=UTF-8")
    ResponseEntity<byte[]> text(@PathVariable String body, @PathVariable String number) {
        var view = disclosures.find(index(require(body), number)).orElseThrow(RecordPages::notFound);
        String text = view.title() + "\n" + view.documentNumber() + "\n\n" + view.plain() + "\n\nSHA-256 "
                + view.digest() + "\n";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** schema.org 的 JSON-LD。 */
    @GetMapping(value = "/json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> json(@PathVariable String body, @PathVariable String number) {
        var owner = require(body);
        var view = disclosures.find(index(owner, number)).orElseThrow(RecordPages::notFound);
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
        return ResponseEntity.ok(json);
    }

    private ModelAndView record(PublicBody owner, DisclosureView view) {
        var model = new ModelAndView("portal/record");
        String address = DisclosureLine.path(owner.code(), view.indexNumber());
        model.addObject("body", owner);
        model.addObject("view", view);
        model.addObject("address", address);
        model.addObject("validity", view.validity(LocalDate.now(clock)));
        model.addObject("editions", disclosures.editions(view.id()));
        model.addObject("parts", disclosures.parts(view.id()));
        model.addObject(
                "item",
                view.item().isEmpty() ? null : catalogues.item(view.item()).orElse(null));
        model.addObject(
                "published", Dates.minute(view.publishedAt().atZone(Dates.ZONE).toOffsetDateTime()));
        model.addObject(
                "qr",
                QrCode.svg(ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(address)
                        .toUriString()));
        return model;
    }

    private ModelAndView tombstone(PublicBody owner, String number) {
        Tombstone tombstone = disclosures.tombstone(index(owner, number)).orElseThrow(RecordPages::notFound);
        var model = new ModelAndView("portal/tombstone", HttpStatus.GONE);
        model.addObject("body", owner);
        model.addObject("tombstone", tombstone);
        model.addObject(
                "withdrawn",
                Dates.minute(tombstone.withdrawnAt().atZone(Dates.ZONE).toOffsetDateTime()));
        model.addObject(
                "replacement",
                tombstone.replacement() == null ? "" : DisclosureLine.path(owner.code(), tombstone.replacement()));
        return model;
    }

    private static String index(PublicBody owner, String number) {
        return owner.indexFront() + "/" + number;
    }

    private PublicBody require(String body) {
        return bodies.find(body).orElseThrow(RecordPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
