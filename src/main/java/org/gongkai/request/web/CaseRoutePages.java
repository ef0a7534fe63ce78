package org.gongkai.request.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.request.CaseRoutes;
import org.gongkai.request.CaseStep;
import org.gongkai.ui.Asked;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** 依申请公开的办理路径：每个机关、每个环节由谁办。 Who acts in each step, body by body. */
@Controller
@Requires(value = Duty.OFFICE, scope = Scope.DISTRICT)
class CaseRoutePages {

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry caseRoutesEntry() {
            return new DeskEntry(
                    "ui.section.system", "request.route.menu", "/desk/requests/routes", Set.of(Duty.OFFICE), 911);
        }
    }

    private final CaseRoutes routes;
    private final PublicBodies bodies;
    private final Sentences sentences;

    CaseRoutePages(CaseRoutes routes, PublicBodies bodies, Sentences sentences) {
        this.routes = routes;
        this.bodies = bodies;
        this.sentences = sentences;
    }

    @GetMapping("/desk/requests/routes")
    ModelAndView show(@RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "") String done) {
        return page(body, routes.of(body), done.isEmpty() ? "" : "request.route.saved", "");
    }

    /** 存下一个机关的路径；没有勾岗位的环节会被拒绝，填的还在。 */
    @PostMapping("/desk/requests/routes")
    ModelAndView save(@RequestParam MultiValueMap<String, String> form) {
        var body = form.getOrDefault("body", List.of("")).getFirst();
        Map<CaseStep, CaseRoutes.Who> route = new EnumMap<>(CaseStep.class);
        for (var step : CaseStep.values()) {
            route.put(step, who(step, form));
        }
        return tried(body, route, () -> routes.choose(body, Asked.text(form.getFirst("seen")), route));
    }

    @PostMapping("/desk/requests/routes/restore")
    ModelAndView restore(@RequestParam(defaultValue = "") String body) {
        return tried(body, routes.of(body), () -> routes.restore(body));
    }

    private static CaseRoutes.Who who(CaseStep step, MultiValueMap<String, String> form) {
        var duties = EnumSet.noneOf(Duty.class);
        for (var name : form.getOrDefault("duties-" + step.name(), List.of())) {
            Arrays.stream(Duty.values())
                    .filter(duty -> duty.name().equals(name))
                    .forEach(duties::add);
        }
        return new CaseRoutes.Who(
                duties,
                CaseRouteApi.accounts(form.getOrDefault("accounts-" + step.name(), List.of(""))
                        .getFirst()));
    }

    private ModelAndView tried(String body, Map<CaseStep, CaseRoutes.Who> route, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:"
                    + UriComponentsBuilder.fromPath("/desk/requests/routes")
                            .queryParam("done", "saved")
                            .queryParam("body", "{body}")
                            .encode()
                            .buildAndExpand(body)
                            .toUriString());
        } catch (Refused refused) {
            var view = page(body, route, "", sentences.sentence(refused.refusal()));
            view.setStatus(refused.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private ModelAndView page(String body, Map<CaseStep, CaseRoutes.Who> route, String done, String refusal) {
        var names = new LinkedHashMap<String, String>();
        bodies.all().forEach(each -> names.put(each.code(), each.name()));
        return new ModelAndView("request/routes")
                .addObject("body", names.containsKey(body) ? body : "")
                .addObject("bodies", names)
                .addObject("own", routes.bodiesWithOwn())
                .addObject("route", route)
                .addObject("seen", CaseRoutes.mark(routes.of(body)))
                .addObject("done", done)
                .addObject("refusal", refusal);
    }
}
