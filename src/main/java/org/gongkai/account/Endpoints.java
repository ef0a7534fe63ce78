package org.gongkai.account;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** 全部入口及其权限；有一个没标注，系统就不启动。 Every endpoint with its requirement; one without it stops the start-up. */
@Component
class Endpoints implements SmartInitializingSingleton {

    /**
     * 一个入口。
     *
     * @param method HTTP method, or {@code *}
     * @param path pattern
     * @param duties any of them; empty = none needed
     */
    record Endpoint(String method, String path, List<Duty> duties, String scope) {}

    private final RequestMappingHandlerMapping mappings;

    Endpoints(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var missing = new TreeSet<String>();
        mappings.getHandlerMethods().values().forEach(handler -> {
            if (requirement(handler) == null) {
                missing.add(handler.getShortLogMessage());
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalStateException("endpoints without @Requires: " + missing);
        }
    }

    @Nullable
    Requires requirement(HandlerMethod handler) {
        Method method = handler.getMethod();
        var own = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
    }

    /** 清单，按路径和方法排序。 */
    List<Endpoint> all() {
        var all = new ArrayList<Endpoint>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            var requires = requirement(handler);
            if (requires != null) {
                var methods = info.getMethodsCondition().getMethods();
                for (String path : info.getPatternValues()) {
                    var names = methods.isEmpty()
                            ? List.of("*")
                            : methods.stream().map(Enum::name).toList();
                    names.forEach(name -> all.add(new Endpoint(
                            name,
                            path,
                            Arrays.stream(requires.value()).sorted().toList(),
                            requires.scope().name())));
                }
            }
        });
        all.sort(java.util.Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
        return all;
    }
}
