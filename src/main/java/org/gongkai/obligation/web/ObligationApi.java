package org.gongkai.obligation.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.obligation.Formation;
import org.gongkai.obligation.Obligation;
import org.gongkai.obligation.ObligationDesk;
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

/** 公开义务和信息形成的接口。 */
@RestController
class ObligationApi {

    private final Obligations obligations;
    private final ObligationDesk desk;
    private final AskedObligations asked;
    private final Clock clock;

    ObligationApi(Obligations obligations, ObligationDesk desk, AskedObligations asked, Clock clock) {
        this.asked = asked;
        this.obligations = obligations;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * 一条义务，连同由日期推出的逾期、迟延。
     *
     * @param body 机构代码
     * @param item 事项代码
     * @param area 领域代码
     * @param name 事项名称
     * @param kind FORMED 形成后若干日、IMMEDIATE 即时、PERIODIC 定期、STANDING 长期、STATUTORY 法律直接定的日子
     * @param state OPEN 待公开、MET_ON_TIME 按时公开、MET_LATE 逾期公开、EXCUSED 已说明理由、VOID 目录不再要求
     * @param title 形成的信息的名称
     * @param startsOn 起算日
     * @param formedOn 信息形成日
     * @param limit 时限代码
     * @param dueOn 最后一日；推不出的为空
     * @param overdue 待公开而最后一日已过
     * @param late 逾期公开
     * @param disclosure 由哪条公开信息履行
     * @param metOn 哪一天公开的
     * @param excuse 说明的理由
     */
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
     * 一页公开义务。
     *
     * @param next 下一页的 cursor，没有下一页时为空
     */
    record ObligationPage(
            List<ObligationPayload> items, @Nullable String next) {}

    /**
     * 范围内的公开义务，按最后一日。
     *
     * @param state OPEN、MET_ON_TIME、MET_LATE、EXCUSED、VOID
     * @param view DATED（默认）、OPEN、OVERDUE、ON_TIME、LATE、EXCUSED、STANDING、MISSING，与覆盖率里的各数对应
     */
    @GetMapping("/api/v1/obligations")
    @SeesObligations
    ObligationPage list(
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
        return new ObligationPage(
                found.items().stream()
                        .map(one -> ObligationPayload.of(one, today))
                        .toList(),
                found.next());
    }

    /**
     * 登记了的信息形成。
     *
     * @param id 登记编号
     */
    record Registered(long id) {}

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
    ResponseEntity<Registered> register(@RequestBody FormationPayload payload) {
        long id = desk.registerFormation(payload.formation(), ObligationDesk.Source.API);
        return ResponseEntity.created(URI.create("/api/v1/formations/" + id)).body(new Registered(id));
    }
}
