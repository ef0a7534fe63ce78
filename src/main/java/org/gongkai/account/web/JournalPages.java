package org.gongkai.account.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalFilter;
import org.gongkai.journal.JournalLine;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.ui.Asked;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 操作留痕：谁、以什么岗位、何时、对什么做了什么。
 *
 * <p>The journal. The auditor and the district see all of it, the security administrator what concerns accounts, everybody else what
 * concerns his own bodies.
 */
@Controller
class JournalPages {

    private static final int SIZE = 50;
    private static final int LONGEST = 100;
    private static final List<String> KINDS = List.of(
            "disclosure",
            "disclosures",
            "attachment",
            "obligation",
            "obligations",
            "formation",
            "formations",
            "reminder",
            "request",
            "requests",
            "requestView",
            "letterTemplate",
            "report",
            "route",
            "caseRoute",
            "catalogueVersion",
            "catalogueAdaptation",
            "bodyPhrase",
            "body",
            "bodies",
            "calendar",
            "account",
            "demonstration");

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry journalEntry() {
            return new DeskEntry(
                    "ui.section.system",
                    "account.journal.menu",
                    "/desk/journal",
                    Set.of(
                            Duty.AUDITOR,
                            Duty.SECURITY_ADMINISTRATOR,
                            Duty.OFFICE,
                            Duty.LEADER,
                            Duty.LIAISON,
                            Duty.SECTION_HEAD,
                            Duty.SECRECY_REVIEWER,
                            Duty.SIGNER),
                    920);
        }
    }

    private final Journal journal;
    private final PublicBodies bodies;
    private final CurrentActor current;
    private final Texts texts;

    JournalPages(Journal journal, PublicBodies bodies, CurrentActor current, Texts texts) {
        this.journal = journal;
        this.bodies = bodies;
        this.current = current;
        this.texts = texts;
    }

    @GetMapping("/desk/journal")
    @Requires(
            value = {
                Duty.AUDITOR,
                Duty.SECURITY_ADMINISTRATOR,
                Duty.OFFICE,
                Duty.LEADER,
                Duty.LIAISON,
                Duty.SECTION_HEAD,
                Duty.SECRECY_REVIEWER,
                Duty.SIGNER
            },
            scope = Scope.SUBTREE)
    ModelAndView list(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable Long before) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("account", account);
        typed.put("body", body);
        typed.put("kind", kind);
        typed.put("from", from);
        typed.put("to", to);
        var found = journal.find(filter(typed), before == null ? Long.MAX_VALUE : before, SIZE + 1);
        var lines = found.subList(0, Math.min(SIZE, found.size()));
        var view = new ModelAndView("account/journal", Map.of("lines", lines, "links", links(lines), "filter", typed))
                .addObject("names", names())
                .addObject("kinds", kinds())
                .addObject("bodies", reached());
        return view.addObject(
                        "next",
                        found.size() > SIZE ? address(typed, found.get(SIZE - 1).id()) : null)
                .addObject("first", before == null ? null : address(typed, null));
    }

    private JournalFilter filter(Map<String, String> typed) {
        var actor = current.get();
        boolean all = actor.district() || actor.has(Duty.AUDITOR);
        boolean accounts = !all && actor.has(Duty.SECURITY_ADMINISTRATOR);
        return new JournalFilter(
                word(typed.get("account")),
                word(typed.get("body")),
                word(typed.get("kind")),
                Asked.day("from", typed.get("from")),
                Asked.day("to", typed.get("to")),
                all || accounts ? null : actor.bodies(),
                accounts ? Set.of("account") : null);
    }

    private Map<Long, String> links(List<JournalLine> lines) {
        var actor = current.get();
        var links = new LinkedHashMap<Long, String>();
        for (var line : lines) {
            String link = link(line, actor);
            if (link != null) {
                links.put(line.id(), link);
            }
        }
        return links;
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        bodies.all().forEach(each -> names.put(each.code(), each.shortName()));
        return names;
    }

    /** Where the thing can be looked at, for those whose duty it is. */
    private static @Nullable String link(JournalLine line, Actor actor) {
        boolean content = Stream.of(Duty.OFFICE, Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER)
                .anyMatch(actor::has);
        return switch (line.subjectType()) {
            case "disclosure" -> content ? "/desk/publication/" + line.subjectId() : null;
            case "obligation" -> content ? "/desk/obligations/" + line.subjectId() : null;
            case "catalogueVersion" ->
                actor.has(Duty.OFFICE) || actor.has(Duty.SIGNER)
                        ? "/desk/catalogue/versions/" + line.subjectId()
                        : null;
            case "body" -> actor.has(Duty.OFFICE) ? "/desk/organisation/" + line.subjectId() : null;
            default -> null;
        };
    }

    private Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("", texts.get("account.journal.all"));
        KINDS.forEach(kind -> kinds.put(kind, texts.get("account.journal.kind." + kind)));
        return kinds;
    }

    private Map<String, String> reached() {
        var actor = current.get();
        boolean all = actor.has(Duty.AUDITOR) || actor.has(Duty.SECURITY_ADMINISTRATOR);
        var reached = new LinkedHashMap<String, String>();
        reached.put("", texts.get("account.journal.all"));
        bodies.all().stream()
                .filter(body -> all || actor.reaches(body.code()))
                .forEach(body -> reached.put(body.code(), body.name()));
        return reached;
    }

    private static @Nullable String address(Map<String, String> typed, @Nullable Long before) {
        var address = UriComponentsBuilder.fromPath("/desk/journal");
        typed.forEach((name, value) -> {
            if (!value.isBlank()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.encode().buildAndExpand(typed).toUriString();
    }

    private static @Nullable String word(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.length() > LONGEST) {
            throw new Refused(Refusal.of("account.journal.tooLong", LONGEST));
        }
        return typed.strip();
    }
}
