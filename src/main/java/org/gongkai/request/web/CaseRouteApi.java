package org.gongkai.request.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.CaseRoutes;
import org.gongkai.request.CaseStep;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 办理路径的接口。 The route of a body as data. */
@RestController
@Requires(value = Duty.OFFICE, scope = Scope.DISTRICT)
class CaseRouteApi {

    private final CaseRoutes routes;

    CaseRouteApi(CaseRoutes routes) {
        this.routes = routes;
    }

    /**
     * 一个环节由谁办。
     *
     * @param duties 岗位
     * @param accounts 账号；空为有岗位的都可以
     */
    record WhoPayload(
            @Nullable List<String> duties, @Nullable List<String> accounts) {}

    /** 一个机关的路径，每个环节由哪些岗位、哪些人办。 */
    @GetMapping("/api/v1/requests/routes/{body:[A-Za-z0-9-]{1,64}}")
    Map<String, Object> show(@PathVariable String body) {
        Map<String, Object> shown = new LinkedHashMap<>();
        routes.show(body)
                .forEach((step, who) -> shown.put(
                        step.name(),
                        Map.of(
                                "duties",
                                who.duties().stream().map(Enum::name).sorted().toList(),
                                "accounts",
                                who.accounts())));
        return shown;
    }

    /** 定一个机关的路径；没有写的环节按流程表，空的恢复流程表。 */
    @PostMapping("/api/v1/requests/routes/{body:[A-Za-z0-9-]{1,64}}")
    Map<String, Object> choose(@PathVariable String body, @RequestBody Map<String, WhoPayload> steps) {
        Map<CaseStep, CaseRoutes.Who> route = new EnumMap<>(CaseStep.class);
        steps.forEach((name, payload) -> {
            var duties = EnumSet.noneOf(Duty.class);
            for (var duty : payload.duties() == null ? List.<String>of() : payload.duties()) {
                duties.add(needed("duties", duty, Duty.class));
            }
            var accounts = payload.accounts() == null ? List.<String>of() : payload.accounts();
            route.put(needed("step", name, CaseStep.class), new CaseRoutes.Who(duties, accounts));
        });
        routes.choose(body, route);
        return show(body);
    }

    private static <E extends Enum<E>> E needed(String name, String value, Class<E> type) {
        var found = Asked.one(name, value, type);
        if (found == null) {
            throw Asked.unknown(
                    name,
                    value,
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        }
        return found;
    }

    static List<String> accounts(String words) {
        return Arrays.stream(words.split("[\\s,，、;；]+"))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
