package org.gongkai.openapi;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** 有次序的映射写成 YAML，文字一律加引号。 Ordered maps and lists as YAML; every text is quoted. */
final class Yaml {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Yaml() {}

    static String of(Map<String, Object> document) {
        var out = new StringBuilder();
        map(document, 0, out);
        return out.toString();
    }

    private static void map(Map<?, ?> map, int depth, StringBuilder out) {
        map.forEach((key, value) -> {
            out.append("  ".repeat(depth)).append(key(String.valueOf(key))).append(':');
            value(value, depth, out);
        });
    }

    private static void value(Object value, int depth, StringBuilder out) {
        switch (value) {
            case Map<?, ?> map
            when !map.isEmpty() -> {
                out.append('\n');
                map(map, depth + 1, out);
            }
            case Map<?, ?> _ -> out.append(" {}\n");
            case List<?> list when list.isEmpty() -> out.append(" []\n");
            case List<?> list
            when list.stream().noneMatch(Map.class::isInstance) ->
                out.append(' ').append(JSON.writeValueAsString(list)).append('\n');
            case List<?> list -> {
                out.append('\n');
                list.forEach(each -> item((Map<?, ?>) each, depth + 1, out));
            }
            default -> out.append(' ').append(JSON.writeValueAsString(value)).append('\n');
        }
    }

    private static void item(Map<?, ?> map, int depth, StringBuilder out) {
        var lines = new StringBuilder();
        map(map, depth + 1, lines);
        int indent = 2 * (depth + 1);
        out.append("  ".repeat(depth)).append("- ").append(lines, indent, lines.length());
    }

    private static String key(String key) {
        return key.matches("[A-Za-z][A-Za-z0-9_-]*") ? key : JSON.writeValueAsString(key);
    }
}
