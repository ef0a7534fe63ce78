package org.gongkai.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 类型变成 OpenAPI 的 schema；记录的说明取自源码里的注释。 Types into schemas; a record's words are its Javadoc. */
final class Schemas {

    private static final Pattern PARAMETER =
            Pattern.compile("@param (\\w+) (.*?)(?=@param|@return|@throws|$)", Pattern.DOTALL);

    final Map<String, Object> named = new TreeMap<>();

    private final Map<String, Class<?>> types = new TreeMap<>();

    Map<String, Object> of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case Class<?> plain -> plain(plain);
            default -> of("object");
        };
    }

    private static Map<String, Object> of(String type) {
        return new LinkedHashMap<>(Map.of("type", type));
    }

    private static Map<String, Object> text(String format) {
        var schema = of("string");
        schema.put("format", format);
        return schema;
    }

    private Map<String, Object> generic(ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            return array(of(type.getActualTypeArguments()[0]));
        }
        if (raw.isRecord()) {
            return record(raw, type.getActualTypeArguments());
        }
        return of("object");
    }

    static Map<String, Object> array(Map<String, Object> items) {
        var schema = of("array");
        schema.put("items", items);
        return schema;
    }

    private Map<String, Object> plain(Class<?> type) {
        if (type == String.class) {
            return of("string");
        }
        if (type == LocalDate.class) {
            return text("date");
        }
        if (type == Instant.class || type == OffsetDateTime.class || type == LocalDateTime.class) {
            return text("date-time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return of("boolean");
        }
        if (List.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            return of("integer");
        }
        if (type == byte[].class) {
            return text("binary");
        }
        if (type.isEnum()) {
            var schema = of("string");
            schema.put(
                    "enum",
                    Arrays.stream(type.getEnumConstants())
                            .map(each -> ((Enum<?>) each).name())
                            .toList());
            return schema;
        }
        return type.isRecord() ? record(type) : of("object");
    }

    private Map<String, Object> record(Class<?> type, Type... arguments) {
        String name = name(type, arguments);
        var other = types.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("two types are called " + name + ": " + type + ", " + other);
        }
        if (!named.containsKey(name)) {
            var schema = of("object");
            named.put(name, schema);
            String comment = comment(type);
            if (!comment.isEmpty()) {
                schema.put("description", comment.replaceAll("(?s)@param.*", "").strip());
            }
            var words = new LinkedHashMap<String, String>();
            PARAMETER
                    .matcher(comment)
                    .results()
                    .forEach(found -> words.put(found.group(1), found.group(2).strip()));
            var properties = new LinkedHashMap<String, Object>();
            var required = new ArrayList<String>();
            for (var component : type.getRecordComponents()) {
                properties.put(component.getName(), property(component, words, arguments));
                required.add(component.getName());
            }
            schema.put("properties", properties);
            schema.put("required", required);
        }
        return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + name));
    }

    private Map<String, Object> property(RecordComponent component, Map<String, String> words, Type... arguments) {
        var generic = component.getGenericType();
        boolean element = generic instanceof ParameterizedType list
                && !(list.getActualTypeArguments()[0] instanceof Class<?>)
                && arguments.length == 1
                && !(list.getActualTypeArguments()[0] instanceof ParameterizedType);
        var schema = element ? array(of(arguments[0])) : of(generic);
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            if (schema.get("type") instanceof String type) {
                schema.put("type", List.of(type, "null"));
            } else {
                schema = new LinkedHashMap<>(Map.of("anyOf", List.of(schema, of("null"))));
            }
        }
        String said = words.get(component.getName());
        if (said != null) {
            schema.put("description", said);
        }
        return schema;
    }

    private static String name(Class<?> type, Type... arguments) {
        var outer = type.getEnclosingClass();
        String own = (outer == null || outer.getSimpleName().endsWith("Api") ? "" : outer.getSimpleName())
                + type.getSimpleName();
        return arguments.length == 1 && arguments[0] instanceof Class<?> of ? name(of) + own : own;
    }

    private static String comment(Class<?> type) {
        Class<?> top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        var file = Path.of("src/main/java", top.getName().replace('.', '/') + ".java");
        try {
            String source = Files.readString(file);
            var found = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:public |private |static )*record "
                                    + type.getSimpleName() + "\\b",
                            Pattern.DOTALL)
                    .matcher(source);
            return found.find() ? plain(found.group(1)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*\\s?", "")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
