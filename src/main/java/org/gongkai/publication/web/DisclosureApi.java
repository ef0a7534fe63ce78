package org.gongkai.publication.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.database.Sha256;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.publication.DisclosureFilter;
import org.gongkai.publication.DisclosureIntake;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.Disclosures;
import org.gongkai.publication.Outlets;
import org.gongkai.publication.Slice;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** 公开信息接口。 Published disclosures for everybody; filing for systems with a token. */
@RestController
class DisclosureApi {

    private final Disclosures disclosures;
    private final Outlets outlets;
    private final DisclosureIntake intake;
    private final PublicBodies bodies;
    private final Catalogues catalogues;
    private final JsonMapper json;
    private final Clock clock;

    DisclosureApi(
            Disclosures disclosures,
            Outlets outlets,
            DisclosureIntake intake,
            PublicBodies bodies,
            Catalogues catalogues,
            JsonMapper json,
            Clock clock) {
        this.bodies = bodies;
        this.catalogues = catalogues;
        this.clock = clock;
        this.disclosures = disclosures;
        this.outlets = outlets;
        this.intake = intake;
        this.json = json;
    }

    @GetMapping("/api/v1/disclosures")
    @Requires(scope = Scope.PUBLIC)
    Slice<DisclosurePayload.Line> list(
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String size) {
        var filter = DisclosureFilter.ALL
                .body(bodies.asked(body))
                .area(catalogues.askedArea(area))
                .item(Asked.text(item))
                .type(DisclosureType.asked(type))
                .since(Asked.day("since", since))
                .until(Asked.day("until", until));
        var page = disclosures.list(filter, Asked.text(cursor), Asked.size(size, 50, Asked.LONGEST_PAGE));
        var today = LocalDate.now(clock);
        return new Slice<>(
                page.items().stream()
                        .map(line -> DisclosurePayload.Line.of(line, today))
                        .toList(),
                page.next());
    }

    @GetMapping("/api/v1/disclosures/{id:[0-9]{1,18}}")
    @Requires(scope = Scope.PUBLIC)
    ResponseEntity<Object> one(@PathVariable long id) {
        var found = disclosures.find(id);
        if (found.isPresent()) {
            return ResponseEntity.ok(DisclosurePayload.Published.of(found.get(), outlets.of(id), LocalDate.now(clock)));
        }
        return disclosures
                .tombstone(id)
                .<ResponseEntity<Object>>map(
                        stone -> ResponseEntity.status(HttpStatus.GONE).body(stone))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/api/v1/disclosures")
    @Requires(
            value = {Duty.LIAISON, Duty.OFFICE},
            scope = Scope.SUBTREE)
    ResponseEntity<DisclosurePayload.Filed> file(
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody DisclosurePayload payload) {
        var filed = intake.file(
                key, fingerprint(payload), payload.filing(), payload.partFilings(), payload.externalSignOff());
        var items = filed.disclosures().stream().map(this::state).toList();
        var first = URI.create("/api/v1/disclosures/" + filed.disclosures().getFirst());
        return (filed.repeated() ? ResponseEntity.ok().location(first) : ResponseEntity.created(first))
                .body(new DisclosurePayload.Filed(items, filed.repeated()));
    }

    private DisclosurePayload.FiledOne state(long id) {
        return disclosures
                .find(id)
                .map(view -> new DisclosurePayload.FiledOne(id, "PUBLISHED", view.indexNumber()))
                .orElseGet(() -> new DisclosurePayload.FiledOne(id, "IN_REVIEW", null));
    }

    private String fingerprint(DisclosurePayload payload) {
        return Sha256.hex(json.writeValueAsString(payload));
    }

    /** 没有公开过的，和不存在的一样。 */
    private static final class NotFound extends org.springframework.web.server.ResponseStatusException {
        private static final long serialVersionUID = 1L;

        NotFound() {
            super(HttpStatus.NOT_FOUND);
        }
    }
}
