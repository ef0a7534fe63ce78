package org.gongkai.request.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.identity.Actor;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.request.CaseKind;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;

/** 下拉框里的选择。 The choices of a select, in words. */
@Component
class Options {

    private final Texts texts;
    private final PublicBodies bodies;

    Options(Texts texts, PublicBodies bodies) {
        this.texts = texts;
        this.bodies = bodies;
    }

    /** 一个枚举的全部，文字在 {@code <prefix>.<名称>}。 */
    Map<String, String> of(Class<? extends Enum<?>> type, String prefix) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", texts.get("request.apply.choose.one"));
        Arrays.stream(type.getEnumConstants())
                .forEach(each -> options.put(each.name(), texts.get(prefix + "." + each.name())));
        return options;
    }

    /** 申请公开，还是申请更正；不选就是公开。 */
    Map<String, String> caseKinds() {
        Map<String, String> options = new LinkedHashMap<>();
        for (var kind : CaseKind.values()) {
            options.put(kind.name(), texts.get("request.caseKind.long." + kind.name()));
        }
        return options;
    }

    /** 可以申请的机关。 */
    Map<String, String> bodies() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", texts.get("request.apply.choose.one"));
        bodies.all().stream().filter(PublicBody::isAddressed).forEach(body -> options.put(body.code(), body.name()));
        return options;
    }

    /** 这个人碰得到、可以申请的机关，自己的在前。 */
    Map<String, String> reached(Actor actor) {
        Map<String, String> options = new LinkedHashMap<>();
        bodies.all().stream()
                .filter(PublicBody::isAddressed)
                .filter(each -> actor.reaches(each.code()))
                .sorted(Comparator.comparing(each -> !each.code().equals(actor.body())))
                .forEach(each -> options.put(each.code(), each.name()));
        return options;
    }

    String body(String code) {
        return bodies.find(code).map(body -> body.name()).orElse(code);
    }
}
