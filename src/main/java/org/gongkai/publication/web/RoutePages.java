package org.gongkai.publication.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.publication.SignOffRoutes;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 签发设置：每个机构的签发路径，常用退回理由。 */
@Controller
@Requires(value = Duty.OFFICE, scope = Scope.DISTRICT)
class RoutePages {

    /** 菜单里的一项。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry routesEntry() {
            return new DeskEntry(
                    "ui.section.system", "publication.route.menu", "/desk/routes", Set.of(Duty.OFFICE), 910);
        }
    }

    private final SignOffRoutes routes;
    private final PublicBodies bodies;
    private final Sentences sentences;

    RoutePages(SignOffRoutes routes, PublicBodies bodies, Sentences sentences) {
        this.routes = routes;
        this.bodies = bodies;
        this.sentences = sentences;
    }

    @GetMapping("/desk/routes")
    ModelAndView all(@RequestParam(defaultValue = "") String done) {
        return page(done.isEmpty() ? "" : "publication.route.saved", "", String.join("\n", routes.reasons()));
    }

    @PostMapping("/desk/routes")
    ModelAndView choose(@RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "") String route) {
        var chosen = route.isEmpty()
                ? null // back to the default
                : Arrays.stream(SignOffRoutes.Route.values())
                        .filter(each -> each.name().equals(route))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return tried(String.join("\n", routes.reasons()), () -> routes.choose(body, chosen));
    }

    @PostMapping("/desk/routes/reasons")
    ModelAndView reasons(@RequestParam(defaultValue = "") String reasons) {
        return tried(reasons, () -> routes.replaceReasons(List.of(reasons.split("\\R"))));
    }

    private ModelAndView tried(String reasons, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/desk/routes?done=saved");
        } catch (Refused refused) {
            var view = page("", sentences.sentence(refused.refusal()), reasons);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private ModelAndView page(String done, String refusal, String reasons) {
        var names = new LinkedHashMap<String, String>();
        bodies.all().forEach(body -> names.put(body.code(), body.name()));
        return new ModelAndView("publication/routes")
                .addObject("routes", routes.all())
                .addObject("bodies", names)
                .addObject("reasons", reasons)
                .addObject("done", done)
                .addObject("refusal", refusal);
    }
}
