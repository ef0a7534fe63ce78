package org.gongkai.obligation.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.obligation.Coverage;
import org.gongkai.obligation.Formation;
import org.gongkai.obligation.Obligation;
import org.gongkai.obligation.ObligationDesk;
import org.gongkai.obligation.ObligationFigures;
import org.gongkai.obligation.Obligations;
import org.gongkai.publication.Slice;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 公开义务、覆盖率和信息形成的接口。 */
@RestController
class ObligationApi {

    private final Obligations obligations;
    private final ObligationFigures figures;
    private final ObligationDesk desk;
    private final AskedObligations asked;
    private final Clock clock;

    ObligationApi(
            Obligations obligations,
            ObligationFigures figures,
            ObligationDesk desk,
            AskedObligations asked,
            Clock clock) {
        this.asked = asked;
        this.obligations = obligations;
        this.figures = figures;
        this.desk = desk;
        this.clock = clock;
    }

    /** 一条义务，连同由日期推出的逾期、迟延。 */
    record ObligationPayload(
            long id,
            String body,
            String item,
            String area,
            String name,
            String kind,
            String state,
            String title,
            LocalDate startsOn,
            @Nullable LocalDate formedOn,
            @Nullable String limit,
            @Nullable LocalDate dueOn,
            boolean overdue,
            boolean late,
            @Nullable Long disclosure,
            @Nullable LocalDate metOn,
            @Nullable String excuse) {

        static ObligationPayload of(Obligation one, LocalDate today) {
            var excused = one.excused();
            return new ObligationPayload(
                    one.id(),
                    one.body(),
                    one.item(),
                    one.area(),
                    one.name(),
                    one.kind().name(),
                    one.outcome().name(),
                    one.title(),
                    one.startsOn(),
                    one.formedOn(),
                    one.limit(),
                    one.dueOn(),
                    one.overdue(today),
                    one.late(),
                    one.metBy(),
                    one.metOn(),
                    excused == null ? null : excused.excuse().name());
        }
    }

    /**
     * 范围内的公开义务，按最后一日。
     *
     * @param state OPEN、MET_ON_TIME、MET_LATE、EXCUSED、VOID
     * @param view DATED（默认）、OPEN、OVERDUE、ON_TIME、LATE、EXCUSED、STANDING、MISSING，与覆盖率里的各数对应
     */
    @GetMapping("/api/v1/obligations")
    @Requires(
            scope = Scope.SUBTREE,
            value = {
                Duty.LIAISON,
                Duty.SECTION_HEAD,
                Duty.SECRECY_REVIEWER,
                Duty.SIGNER,
                Duty.OFFICE,
                Duty.LEADER,
                Duty.AUDITOR
            })
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String dueBefore,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String size) {
        LocalDate today = LocalDate.now(clock);
        var filter = asked.filter(view, state, body, area, item, dueBefore);
        Slice<Obligation> found =
                obligations.list(filter, Asked.text(cursor), Asked.size(size, 100, Asked.LONGEST_PAGE));
        Map<String, Object> page = new java.util.LinkedHashMap<>();
        page.put(
                "items",
                found.items().stream()
                        .map(one -> ObligationPayload.of(one, today))
                        .toList());
        page.put("next", found.next());
        return page;
    }

    /**
     * 覆盖率，公开。
     *
     * @param by body、area 或者 body,area（默认）
     * @param asOf 某日结束时；不写为今天
     */
    @GetMapping("/api/v1/coverage")
    @Requires(scope = Scope.PUBLIC)
    Map<String, Object> coverage(
            @RequestParam(defaultValue = "body,area") String by,
            @RequestParam(required = false) @Nullable String asOf) {
        List<String> parts = Arrays.stream(by.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        for (String part : parts) {
            if (!part.equals("body") && !part.equals("area")) {
                throw Asked.unknown("by", part, List.of("body", "area", "body,area"));
            }
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate wanted = Asked.day("asOf", asOf);
        LocalDate day = wanted == null || wanted.isAfter(today) ? today : wanted;
        List<Coverage> cells = figures.coverage(day, parts.contains("body"), parts.contains("area"));
        return Map.of("asOf", day, "items", cells);
    }

    /** 登记的一行，或者几行。 */
    record FormationPayload(
            @Nullable String externalId,
            @Nullable String body,
            @Nullable String item,
            @Nullable String formedOn,
            @Nullable String title) {

        Formation formation() {
            return new Formation(
                    externalId == null || externalId.isBlank() ? null : externalId.strip(),
                    Asked.needed("body", body),
                    Asked.needed("item", item),
                    Asked.neededDay("formedOn", formedOn),
                    Asked.needed("title", title));
        }
    }

    /** 登记信息形成；同一 externalId 再来，不重复。 */
    @PostMapping("/api/v1/formations")
    @Requires(
            value = {Duty.LIAISON, Duty.OFFICE},
            scope = Scope.SUBTREE)
    ResponseEntity<Map<String, Object>> register(@RequestBody FormationPayload payload) {
        long id = desk.registerFormation(payload.formation(), ObligationDesk.Source.API);
        return ResponseEntity.created(URI.create("/api/v1/formations/" + id)).body(Map.of("id", id));
    }
}
