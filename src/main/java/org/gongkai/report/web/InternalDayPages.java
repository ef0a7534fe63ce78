package org.gongkai.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.report.InternalDays;
import org.gongkai.report.ReportScope;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 本级要求的报送日：政务公开科定，编报的人看。 Days asked for ahead of the statute: set by the office, seen by those who report. */
@Controller
class InternalDayPages {

    private final InternalDays internal;
    private final ReportList list;
    private final Sentences sentences;

    InternalDayPages(InternalDays internal, ReportList list, Sentences sentences) {
        this.internal = internal;
        this.list = list;
        this.sentences = sentences;
    }

    /**
     * 一年的两个日子，连同法定的。
     *
     * @param own 各机关的报送日；没有定的为空
     * @param gathered 政府的报送日；没有定的为空
     * @param ownDueOn 各机关法定的最后一日
     * @param gatheredDueOn 政府法定的最后一日
     */
    record DaysView(
            int year,
            @Nullable LocalDate own,
            @Nullable LocalDate gathered,
            LocalDate ownDueOn,
            LocalDate gatheredDueOn) {}

    /**
     * 要定的两个日子；空着的是不要求提前。
     *
     * @param own 各机关的，例如 2026-01-26
     * @param gathered 政府的
     */
    record DaysPayload(@Nullable String own, @Nullable String gathered) {

        private Map<String, String> typed() {
            return Map.of(
                    "own", Objects.requireNonNullElse(own, ""), "gathered", Objects.requireNonNullElse(gathered, ""));
        }
    }

    /** 一年的报送日。 */
    @GetMapping("/api/v1/reports/internal-days/{year:\\d{1,9}}")
    @ResponseBody
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE, Duty.LEADER, Duty.AUDITOR},
            scope = Scope.SUBTREE)
    DaysView days(@PathVariable String year) {
        return view(AskedReport.year(year));
    }

    /** 定报送日；不能晚于法定的。 */
    @PutMapping("/api/v1/reports/internal-days/{year:\\d{1,9}}")
    @ResponseBody
    @Requires(value = Duty.OFFICE, scope = Scope.DISTRICT)
    DaysView set(@PathVariable String year, @RequestBody DaysPayload payload) {
        int asked = AskedReport.year(year);
        set(asked, payload);
        return view(asked);
    }

    @PostMapping("/desk/reports/internal-days")
    @Requires(value = Duty.OFFICE, scope = Scope.DISTRICT)
    String save(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String own,
            @RequestParam(required = false) @Nullable String gathered,
            HttpServletResponse response,
            Model model) {
        int asked = AskedReport.year(year);
        var payload = new DaysPayload(own, gathered);
        try {
            set(asked, payload);
            return "redirect:/desk/reports?year=" + asked + "&done=internal";
        } catch (Refused refused) {
            var status = refused.isUnreadable() ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
            response.setStatus(status.value());
            return list.show(asked, payload.typed(), sentences.sentence(refused.refusal()), model);
        }
    }

    private void set(int year, DaysPayload payload) {
        internal.set(
                year,
                Map.of(
                        ReportScope.OWN, Optional.ofNullable(Asked.day("own", payload.own())),
                        ReportScope.GATHERED, Optional.ofNullable(Asked.day("gathered", payload.gathered()))));
    }

    private DaysView view(int year) {
        var days = internal.of(year);
        return new DaysView(
                year,
                days.get(ReportScope.OWN),
                days.get(ReportScope.GATHERED),
                ReportScope.OWN.dueOn(year),
                ReportScope.GATHERED.dueOn(year));
    }
}
