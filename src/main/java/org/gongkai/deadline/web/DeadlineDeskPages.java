package org.gongkai.deadline.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.deadline.Deadline;
import org.gongkai.deadline.TimeLimitPhrases;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作台：工作日历、“为什么是这一天”、这个写法怎么读。 */
@Controller
class DeadlineDeskPages {

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry deadlineEntry() {
            return new DeskEntry("deadline.desk.section", "deadline.desk.entry", "/desk/deadlines", Set.of(), 800);
        }
    }

    private final WorkingCalendars calendars;
    private final Texts texts;
    private final Sentences sentences;
    private final Clock clock;

    DeadlineDeskPages(WorkingCalendars calendars, Texts texts, Sentences sentences, Clock clock) {
        this.calendars = calendars;
        this.texts = texts;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/desk/deadlines")
    @Requires(scope = Scope.SELF)
    String page(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String roll,
            @RequestParam(required = false) @Nullable List<String> pause,
            @RequestParam(required = false) @Nullable String extension,
            @RequestParam(required = false) @Nullable String phrase,
            Model model) {
        WorkingCalendar calendar = calendars.current();
        int today = LocalDate.now(clock).getYear();
        var form = new DueForm(start, limit, unit, roll, pause, extension);
        model.addAttribute("calendar", calendar.year(year != null && calendarHolds(year) ? year : today));
        model.addAttribute(
                "years", IntStream.rangeClosed(today - 3, today + 2).boxed().toList());
        model.addAttribute("form", form.values());
        model.addAttribute("units", units());
        answer(form, calendar, model);
        if (phrase != null && !phrase.isBlank()) {
            model.addAttribute("phrase", TimeLimitPhrases.parse(phrase));
        }
        return "deadline/desk";
    }

    private void answer(DueForm form, WorkingCalendar calendar, Model model) {
        if (!form.asked()) {
            return;
        }
        try {
            Deadline deadline = form.deadline(calendar);
            deadline.due();
            model.addAttribute("answer", deadline);
        } catch (Refused refused) {
            model.addAttribute("refusal", sentences.sentence(refused.refusal()));
        }
    }

    private Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        DueForm.UNITS.forEach(unit -> units.put(unit, texts.get("deadline.unit." + unit)));
        return units;
    }

    private static boolean calendarHolds(int year) {
        return year >= WorkingCalendar.FIRST.getYear() && year <= WorkingCalendar.LAST.getYear();
    }
}
