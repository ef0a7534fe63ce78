package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.account.Colleagues;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.journal.Journal;
import org.gongkai.request.CaseKind;
import org.gongkai.request.CaseViews;
import org.gongkai.request.FolderExports;
import org.gongkai.request.RequestAction;
import org.gongkai.request.RequestDesk;
import org.gongkai.request.RequestFilter;
import org.gongkai.request.RequestLine;
import org.gongkai.request.RequestView;
import org.gongkai.request.Requests;
import org.gongkai.request.SuppliedFiles;
import org.gongkai.ui.Asked;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** 依申请办理：列表按最后一日，一件一页，一件事一张表单。 The handler's list and the page of a case. */
@Controller
@Requires(
        scope = Scope.SUBTREE,
        value = {
            Duty.LIAISON,
            Duty.SECTION_HEAD,
            Duty.SECRECY_REVIEWER,
            Duty.SIGNER,
            Duty.OFFICE,
            Duty.WINDOW,
            Duty.LEADER
        })
class RequestDeskPages {

    /** 菜单。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry requestsEntry() {
            return new DeskEntry(
                    "ui.section.work",
                    "request.menu",
                    "/desk/requests",
                    Set.of(
                            Duty.LIAISON,
                            Duty.SECTION_HEAD,
                            Duty.SECRECY_REVIEWER,
                            Duty.SIGNER,
                            Duty.OFFICE,
                            Duty.WINDOW,
                            Duty.LEADER),
                    200);
        }
    }

    private final RequestDesk desk;
    private final Requests requests;
    private final CaseViews views;
    private final SuppliedFiles supplied;
    private final Colleagues colleagues;
    private final ActForms forms;
    private final Readings readings;
    private final Options options;
    private final CurrentActor actors;
    private final Journal journal;
    private final Texts texts;
    private final Sentences sentences;

    RequestDeskPages(
            RequestDesk desk,
            Requests requests,
            CaseViews views,
            SuppliedFiles supplied,
            Colleagues colleagues,
            ActForms forms,
            Readings readings,
            Options options,
            CurrentActor actors,
            Journal journal,
            Texts texts,
            Sentences sentences) {
        this.desk = desk;
        this.requests = requests;
        this.views = views;
        this.supplied = supplied;
        this.colleagues = colleagues;
        this.forms = forms;
        this.readings = readings;
        this.options = options;
        this.actors = actors;
        this.journal = journal;
        this.texts = texts;
        this.sentences = sentences;
    }

    @GetMapping("/desk/requests")
    String list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String caseKind,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletResponse response,
            Model model) {
        var asked = Asked.one("view", view, RequestFilter.View.class);
        var filter = new RequestFilter(
                asked == null ? RequestFilter.View.RUNNING : asked,
                Asked.one("caseKind", caseKind, CaseKind.class),
                null,
                mine(owner),
                Asked.text(q));
        var page = requests.list(filter, Asked.text(cursor), 50);
        ApplyPages.personal(response);
        model.addAttribute("lines", page.items());
        model.addAttribute("names", colleagues.names(owners(page.items())));
        model.addAttribute("view", filter.view().name());
        model.addAttribute("views", RequestFilter.View.values());
        model.addAttribute(
                "caseKind", filter.caseKind() == null ? "" : filter.caseKind().name());
        model.addAttribute("owner", owner == null ? "" : owner);
        model.addAttribute("q", q == null ? "" : q);
        model.addAttribute("next", page.next() == null ? null : address(filter, owner, q, page.next()));
        model.addAttribute("first", Asked.text(cursor) == null ? null : address(filter, owner, q, null));
        model.addAttribute("enters", enters());
        model.addAttribute("exports", FolderExports.mayOpen(actors.get()));
        model.addAttribute(
                "heads", actors.get().has(Duty.SECTION_HEAD) || actors.get().has(Duty.OFFICE));
        return "request/list";
    }

    private static Set<String> owners(List<RequestLine> lines) {
        return lines.stream().map(RequestLine::owner).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private @Nullable String mine(@Nullable String owner) {
        return "me".equals(owner) ? actors.get().account() : null;
    }

    private static String address(
            RequestFilter filter, @Nullable String owner, @Nullable String q, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath("/desk/requests")
                .queryParam("view", filter.view().name());
        Map<String, @Nullable String> rest = new LinkedHashMap<>();
        rest.put(
                "caseKind", filter.caseKind() == null ? null : filter.caseKind().name());
        rest.put("owner", owner);
        rest.put("q", q);
        rest.put("cursor", cursor);
        rest.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        Map<String, Object> values = new LinkedHashMap<>();
        rest.forEach((name, value) -> values.put(name, value == null ? "" : value));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private boolean enters() {
        var actor = actors.get();
        return actor.has(Duty.LIAISON) || actor.has(Duty.WINDOW) || actor.has(Duty.OFFICE);
    }

    @GetMapping("/desk/requests/{id:[0-9]{1,18}}")
    String one(@PathVariable long id, HttpServletResponse response, Model model) {
        return page(id, "", Map.of(), "", response, model);
    }

    /** 承办人和分办过的人的姓名，按账号。 The names of the handler and of all handlers before him. */
    private Map<String, String> names(RequestView view) {
        var logins = view.acts().stream()
                .filter(act -> act.action() == RequestAction.ASSIGN)
                .map(act -> act.what().party());
        return colleagues.names(Stream.concat(logins, Stream.ofNullable(view.owner()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private String page(
            long id,
            String tried,
            Map<String, String> typed,
            String refusal,
            HttpServletResponse response,
            Model model) {
        var view = views.open(id);
        ApplyPages.personal(response);
        boolean persons = CaseViews.seesPersons(actors.get());
        model.addAttribute("view", view);
        model.addAttribute(
                "applicant", persons ? view.applicant() : view.applicant().masked());
        model.addAttribute("bodyName", options.body(view.body()));
        model.addAttribute("names", names(view));
        model.addAttribute("timeline", requests.timeline(view));
        model.addAttribute("persons", persons);
        model.addAttribute("mayExport", FolderExports.mayAsk(actors.get()));
        model.addAttribute("alerts", requests.alerts(id));
        model.addAttribute("papers", persons ? requests.papers(id) : List.of());
        model.addAttribute("supplies", supplied.mayAdd(view));
        model.addAttribute("pauses", readings.lines(view));
        model.addAttribute("repeats", requests.repeats(id).orElse(null));
        model.addAttribute("rounds", requests.rounds(view));
        var others = requests.ofSameApplicant(id);
        int monthly = requests.monthlyCount(id);
        model.addAttribute("others", others);
        model.addAttribute("monthly", monthly);
        var days = requests.clock(view).days();
        model.addAttribute("days", days);
        model.addAttribute("bar", ClockBar.svg(days, texts));
        model.addAttribute("forms", forms.of(new ActForms.Known(view, others, monthly), tried, typed, refusal));
        model.addAttribute("journal", journal.of("request", String.valueOf(id)));
        model.addAttribute("viewings", journal.of("requestView", String.valueOf(id)));
        return "request/case";
    }

    /** 做一件事；没有做成的，说明原因，填的还在。 */
    @PostMapping("/desk/requests/{id:[0-9]{1,18}}/{action:[a-z-]{1,40}}")
    String perform(
            @PathVariable long id,
            @PathVariable String action,
            @ModelAttribute ActPayload payload,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "papers", required = false) @Nullable List<MultipartFile> papers,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var act = RequestApi.action(action);
        try {
            desk.perform(
                    id,
                    payload.seen(),
                    act,
                    Asked.day("on", payload.on()),
                    payload.particulars(),
                    RequestApi.enclosures(papers));
            flash.addFlashAttribute(
                    "notice", texts.get("request.done", texts.get("request.workflow.action." + act.name())));
            return "redirect:/desk/requests/" + id;
        } catch (Refused refused) {
            return again(id, refused, action, typed, response, model);
        }
    }

    private String again(
            long id,
            Refused refused,
            String tried,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        if (refused.isMissing() && refused.refusal().messageKey().equals("request.notFound")) {
            throw refused;
        }
        response.setStatus(422);
        var words = sentences.sentence(refused.refusal());
        var citation = sentences.citation(refused.refusal());
        model.addAttribute("refused", citation.isEmpty() ? words : words + "（" + citation + "）");
        return page(id, tried, typed, words, response, model);
    }

    /** 附上随答复提供的文件。 */
    @PostMapping(path = "/desk/requests/{id:[0-9]{1,18}}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(scope = Scope.SUBTREE, value = Duty.LIAISON)
    String supply(
            @PathVariable long id,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        return changed(
                id,
                () -> supplied.add(id, RequestApi.enclosures(files)),
                "request.supplied.done",
                response,
                flash,
                model);
    }

    /** 取下一份。 */
    @PostMapping("/desk/requests/{id:[0-9]{1,18}}/files/{paper:[0-9]{1,18}}/strike")
    @Requires(scope = Scope.SUBTREE, value = Duty.LIAISON)
    String strike(
            @PathVariable long id,
            @PathVariable long paper,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        return changed(id, () -> supplied.strike(id, paper), "request.supplied.struck", response, flash, model);
    }

    private String changed(
            long id,
            Runnable change,
            String done,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            change.run();
            flash.addFlashAttribute("notice", texts.get(done));
            return "redirect:/desk/requests/" + id;
        } catch (Refused refused) {
            return again(id, refused, "", Map.of(), response, model);
        }
    }

    /** 卷内的一份文件；文书可以要 PDF。 */
    @GetMapping("/desk/requests/{id:[0-9]{1,18}}/papers/{paper:[0-9]{1,18}}")
    @Requires(
            scope = Scope.SUBTREE,
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER, Duty.OFFICE, Duty.WINDOW})
    ResponseEntity<byte[]> paper(
            @PathVariable long id, @PathVariable long paper, @RequestParam(defaultValue = "") String as) {
        return LookupApi.file(views.openPaper(id, paper, as.equals("pdf")));
    }
}
