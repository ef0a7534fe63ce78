package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.account.Colleagues;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.CaseKind;
import org.gongkai.request.CaseViews;
import org.gongkai.request.FolderExports;
import org.gongkai.request.RequestDesk;
import org.gongkai.request.RequestFilter;
import org.gongkai.request.RequestLine;
import org.gongkai.request.Requests;
import org.gongkai.ui.Asked;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
@SeesCases
class RequestDeskPages {

    /** 菜单。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry requestsEntry() {
            return new DeskEntry("ui.section.work", "request.menu", "/desk/requests", SeesCases.DUTIES, 200);
        }
    }

    private final RequestDesk desk;
    private final Requests requests;
    private final CaseViews views;
    private final Colleagues colleagues;
    private final CurrentActor actors;
    private final CaseScreen screen;
    private final Texts texts;

    RequestDeskPages(
            RequestDesk desk,
            Requests requests,
            CaseViews views,
            Colleagues colleagues,
            CurrentActor actors,
            CaseScreen screen,
            Texts texts) {
        this.desk = desk;
        this.requests = requests;
        this.views = views;
        this.colleagues = colleagues;
        this.actors = actors;
        this.screen = screen;
        this.texts = texts;
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
        return screen.show(id, response, model);
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
            return screen.again(id, refused, action, typed, response, model);
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
