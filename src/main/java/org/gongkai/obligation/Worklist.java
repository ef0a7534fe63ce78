package org.gongkai.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.deadline.Deadline;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Actor;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** 把义务写成页面上的行：机构名称、剩几个工作日、下一步去哪里。 Obligations as rows of a page. */
@Component
public class Worklist {

    private final WorkingCalendars calendars;
    private final PublicBodies bodies;
    private final Catalogues catalogues;
    private final StatutoryLedger statutory;
    private final Clock clock;

    Worklist(
            WorkingCalendars calendars,
            PublicBodies bodies,
            Catalogues catalogues,
            StatutoryLedger statutory,
            Clock clock) {
        this.calendars = calendars;
        this.bodies = bodies;
        this.catalogues = catalogues;
        this.statutory = statutory;
        this.clock = clock;
    }

    /**
     * 一行。
     *
     * @param left 剩几个工作日，逾期为负
     * @param provisional 用到了通知还没有发布的年份
     * @param publish 去发布、去办的地址
     * @param reminder 跟在名称后面的一句；没有的是空串
     */
    public record Line(
            Obligation one, String bodyName, int left, boolean provisional, String publish, String reminder) {}

    /** 同一天到期的几行。 */
    public record Day(@Nullable LocalDate due, List<Line> lines) {}

    public Line line(Obligation one) {
        LocalDate due = one.dueOn();
        WorkingCalendar calendar = calendars.current();
        LocalDate today = LocalDate.now(clock);
        boolean provisional = due != null && due.isAfter(today) && calendar.provisional(today, due);
        return new Line(
                one,
                name(one.body()),
                due == null ? 0 : calendar.daysLeft(today, due),
                provisional,
                publish(one),
                reminder(one, today));
    }

    private String reminder(Obligation one, LocalDate today) {
        return one.state() == ObligationState.OPEN
                ? statutory
                        .kind(one)
                        .map(kind -> kind.reminder(one.body(), one.startsOn(), today))
                        .orElse("")
                : "";
    }

    public List<Day> byDay(List<Obligation> obligations) {
        List<Day> days = new ArrayList<>();
        for (Obligation one : obligations) {
            if (days.isEmpty() || !java.util.Objects.equals(days.getLast().due(), one.dueOn())) {
                days.add(new Day(one.dueOn(), new ArrayList<>()));
            }
            days.getLast().lines().add(line(one));
        }
        return days;
    }

    public String name(String body) {
        return bodies.find(body).map(PublicBody::shortName).orElse(body);
    }

    /** 操作人够得着的机构，按名录的次序。 */
    public Map<String, String> bodies(Actor actor) {
        var names = new LinkedHashMap<String, String>();
        bodies.all().stream()
                .filter(body -> actor.reaches(body.code()))
                .forEach(body -> names.put(body.code(), body.name()));
        return names;
    }

    /** 领域，按代码。 */
    public Map<String, String> areas() {
        var names = new LinkedHashMap<String, String>();
        catalogues.areas().forEach(area -> names.put(area.code(), area.name()));
        return names;
    }

    private String publish(Obligation one) {
        return statutory
                .kind(one)
                .map(kind -> kind.url(one.body(), one.startsOn()))
                .orElseGet(() -> disclosing(one));
    }

    /** 法律直接定的日子，为什么是这一天；别的没有。 Why the day is what it is, for duties a statute dates. */
    public Optional<String> why(Obligation one) {
        LocalDate due = one.dueOn();
        return due == null ? Optional.empty() : statutory.kind(one).map(kind -> kind.why(due));
    }

    private static String disclosing(Obligation one) {
        var address = UriComponentsBuilder.fromPath("/desk/publication/new")
                .queryParam("item", "{item}")
                .queryParam("area", "{area}")
                .queryParam("body", "{body}")
                .queryParam("title", "{title}")
                .queryParam("formedOn", "{formedOn}");
        if (one.kind() != ObligationKind.STANDING) {
            address.queryParam("obligation", one.id());
        }
        return address.encode()
                .buildAndExpand(
                        one.item(),
                        one.area(),
                        one.body(),
                        one.title(),
                        one.formedOn() == null || one.kind() == ObligationKind.STANDING ? "" : one.formedOn())
                .toUriString();
    }

    /** 逐日推演；没有最后一日的没有。 */
    public Optional<Deadline> deadline(Obligation one) {
        if (one.limit() == null || one.kind() == ObligationKind.STANDING) {
            return Optional.empty();
        }
        try {
            return TimeLimit.ofCode(one.limit()) instanceof TimeLimit.Counted counted
                    ? Optional.of(Deadline.of(one.startsOn(), counted, calendars.current()))
                    : Optional.empty();
        } catch (Refused unreadable) {
            return Optional.empty();
        }
    }
}
