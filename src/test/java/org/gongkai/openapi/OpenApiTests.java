package org.gongkai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongkai.GeneratedDocs;
import org.gongkai.GongkaiTest;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.publication.Tombstone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * 接口说明由运行着的应用写出：docs/api/openapi.yaml。
 *
 * <p>The contract is read off the running application; the words come from docs/api/*.csv, and every operation and parameter must have
 * some there, in Chinese and English.
 */
@GongkaiTest
@DisplayName("接口说明（OpenAPI）")
class OpenApiTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}");

    private static final String IMPORTS = "/api/v1/imports/{kind}";

    private final RequestMappingHandlerMapping mappings;
    private final Schemas schemas = new Schemas();
    private final Words words = new Words();

    OpenApiTests(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @Test
    @DisplayName("每个操作有中英文说明，每个参数有意思，每个答复有样子；与提交的一致")
    void the_contract_is_written_down() {
        var paths = new TreeMap<String, Map<String, Object>>();
        mappings.getHandlerMethods().entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getValue().toString()))
                .forEach(each -> each.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> each.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> paths.computeIfAbsent(plain(path), _ -> new TreeMap<>())
                                        .merge(
                                                method.name().toLowerCase(java.util.Locale.ROOT),
                                                operation(method.name(), plain(path), each.getValue()),
                                                OpenApiTests::both))));
        assertThat(words.missing())
                .as("add them to docs/api/operations.csv and parameters.csv")
                .isEmpty();
        assertThat(words.idle()).as("no operation or parameter has these lines").isEmpty();
        assertThat(paths).hasSizeGreaterThan(20);
        GeneratedDocs.keep(Path.of("docs", "api", "openapi.yaml"), Yaml.of(document(paths)));
    }

    private Map<String, Object> document(Map<String, Map<String, Object>> paths) {
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                ordered(
                        "title", "公开 Gongkai",
                        "version", "1",
                        "description",
                                "已公开的不需要令牌，其余要在 Authorization 里写 Bearer 令牌。列表按游标翻页：next 写进 cursor。"
                                        + "查询参数写错的是 400，从不当作没有写；出错的回答都是 problem+json，中文一句话和编号。"
                                        + " What is published needs no token. Lists page by cursor. A wrong query value is a 400, never ignored; errors are"
                                        + " problem+json with a Chinese sentence and a reference number."));
        document.put("paths", paths);
        schemas.named.put("Problem", problem());
        document.put(
                "components",
                ordered(
                        "securitySchemes",
                        ordered("token", ordered("type", "http", "scheme", "bearer")),
                        "schemas",
                        schemas.named));
        return document;
    }

    private static Map<String, Object> problem() {
        var properties = new LinkedHashMap<String, Object>();
        Map.of(
                        "title",
                        "一句话的前半",
                        "detail",
                        "发生了什么、保存了什么、该做什么",
                        "instance",
                        "哪个地址",
                        "reference",
                        "编号，日志里是同一个",
                        "key",
                        "这句话的键",
                        "basis",
                        "依据的代码",
                        "citation",
                        "依据哪一条")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each ->
                        properties.put(each.getKey(), ordered("type", "string", "description", each.getValue())));
        properties.put("status", ordered("type", "integer"));
        return ordered(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.of("title", "detail", "status", "reference"));
    }

    /** Two handlers of one address differ in what they consume. */
    @SuppressWarnings("unchecked")
    private static Object both(Object one, Object other) {
        var merged = new LinkedHashMap<>((Map<String, Object>) one);
        var body = (Map<String, Object>) ((Map<String, Object>) other).get("requestBody");
        var mine = (Map<String, Object>) merged.get("requestBody");
        if (body != null && mine == null) {
            merged.put("requestBody", body);
        } else if (body != null && mine != null) {
            var content = new TreeMap<>((Map<String, Object>) mine.get("content"));
            content.putAll((Map<String, Object>) body.get("content"));
            merged.put("requestBody", ordered("required", true, "content", content));
        }
        return merged;
    }

    private Object operation(String method, String path, HandlerMethod handler) {
        var operation = new LinkedHashMap<String, Object>();
        var requires = requires(handler);
        operation.put("summary", words.ofOperation(method, path));
        operation.put("operationId", method.toLowerCase(java.util.Locale.ROOT) + path.replaceAll("[^A-Za-z]+", "_"));
        if (requires.scope() != Scope.PUBLIC) {
            operation.put("security", List.of(ordered("token", List.of())));
            operation.put(
                    "x-duties",
                    Arrays.stream(requires.value()).map(Enum::name).sorted().toList());
        }
        var found = new ArrayList<Object>();
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            parameter(path, parameter, found, operation);
        }
        if (!found.isEmpty()) {
            operation.put("parameters", found);
        }
        operation.put("responses", responses(method, path, handler, requires, !found.isEmpty()));
        return operation;
    }

    private void parameter(String path, MethodParameter parameter, List<Object> found, Map<String, Object> operation) {
        var query = parameter.getParameterAnnotation(RequestParam.class);
        var variable = parameter.getParameterAnnotation(PathVariable.class);
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        String name = String.valueOf(parameter.getParameterName());
        if (parameter.getParameterType() == MultipartFile.class) {
            upload(path, operation);
        } else if (parameter.getParameterAnnotation(RequestBody.class) != null) {
            operation.put(
                    "requestBody",
                    ordered(
                            "required",
                            true,
                            "content",
                            ordered(
                                    "application/json",
                                    ordered("schema", schemas.of(parameter.getGenericParameterType())))));
        } else if (query != null && !Map.class.isAssignableFrom(parameter.getParameterType())) {
            if (!path.equals(IMPORTS)) {
                found.add(described(path, name, "query", false, parameter.getGenericParameterType()));
            } else {
                words.ofParameter(path, name);
            }
        } else if (variable != null) {
            found.add(described(path, name, "path", true, parameter.getGenericParameterType()));
        } else if (header != null) {
            found.add(described(path, header.name(), "header", false, String.class));
        }
    }

    private void upload(String path, Map<String, Object> operation) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put(
                "file", ordered("type", "string", "format", "binary", "description", words.ofParameter(path, "file")));
        if (path.equals(IMPORTS)) {
            properties.put("dryRun", ordered("type", "boolean", "description", words.ofParameter(path, "dryRun")));
            for (String optional : List.of("area", "body")) {
                properties.put(optional, ordered("type", "string", "description", words.ofParameter(path, optional)));
            }
        }
        var schema = ordered("type", "object", "properties", properties, "required", List.of("file"));
        operation.put(
                "requestBody",
                ordered("required", true, "content", ordered("multipart/form-data", ordered("schema", schema))));
    }

    private Map<String, Object> described(String path, String name, String in, boolean required, Type type) {
        return ordered(
                "name",
                name,
                "in",
                in,
                "required",
                required,
                "description",
                words.ofParameter(path, name),
                "schema",
                schemas.of(type));
    }

    private Map<String, Object> responses(
            String method, String path, HandlerMethod handler, Requires requires, boolean asks) {
        var responses = new TreeMap<String, Object>();
        boolean imports = path.equals(IMPORTS);
        boolean creates = method.equals("POST") && (path.endsWith("/disclosures") || path.endsWith("/formations"));
        responses.put(imports ? "202" : creates ? "201" : "200", answer(path, handler));
        if (path.equals("/api/v1/disclosures/{id}")) {
            responses.put("410", content("application/json", schemas.of(Tombstone.class), "已撤回 Withdrawn"));
        }
        if (asks || method.equals("POST")) {
            responses.put("400", trouble("看不懂的、不允许的值 A wrong value"));
        }
        if (requires.scope() != Scope.PUBLIC) {
            responses.put("401", trouble("没有令牌 No token"));
            responses.put("403", trouble("岗位或范围不对 Wrong duty or scope"));
        }
        if (path.contains("{")) {
            responses.put("404", trouble("没有，或者不归您看 None, or not yours to see"));
        }
        if (method.equals("POST")) {
            responses.put("409", trouble("同事刚刚提交或者修改过 Somebody was faster"));
            responses.put("422", trouble("现在不能这样办 Refused for the state of things"));
        }
        responses.put("default", trouble("其他 Anything else"));
        return responses;
    }

    private static Map<String, Object> trouble(String words) {
        return content("application/problem+json", ordered("$ref", "#/components/schemas/Problem"), words);
    }

    private Map<String, Object> answer(String path, HandlerMethod handler) {
        Type type = handler.getMethod().getGenericReturnType();
        if (type instanceof ParameterizedType entity && entity.getRawType() == ResponseEntity.class) {
            type = entity.getActualTypeArguments()[0];
        }
        if (path.endsWith("/rows")) {
            return content("application/json", Schemas.array(ordered("type", "object")), "读懂的行 The rows");
        }
        if (path.equals("/api/v1/disclosures/{id}")) {
            type = published();
        }
        boolean file = type == byte[].class;
        return content(
                file ? "application/octet-stream" : "application/json",
                schemas.of(type),
                file ? "文件 The file" : "结果 The result");
    }

    private static Type published() {
        try {
            return Class.forName("org.gongkai.publication.web.DisclosurePayload$Published");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> content(String type, Object schema, String words) {
        return ordered("description", words, "content", ordered(type, ordered("schema", schema)));
    }

    private static Requires requires(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
        return own != null
                ? own
                : java.util.Objects.requireNonNull(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class));
    }

    private static String plain(String path) {
        return VARIABLE.matcher(path).replaceAll("{$1}");
    }

    private static Map<String, Object> ordered(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), java.util.Objects.requireNonNull(pairs[i + 1]));
        }
        return map;
    }
}
