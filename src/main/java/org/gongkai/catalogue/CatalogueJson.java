package org.gongkai.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 目录的 JSON：导出的，以及接口给出的事项；读进来和表格一样核对。 The JSON form, read back through the same checks as a table. */
final class CatalogueJson {

    private static final int MOST = 100_000;

    private CatalogueJson() {}

    static Map<String, Object> of(List<CatalogueItem> items, Map<String, String> areaNames) {
        return Map.of("items", items.stream().map(item -> one(item, areaNames)).toList());
    }

    private static Map<String, Object> one(CatalogueItem item, Map<String, String> areaNames) {
        var view = new LinkedHashMap<String, Object>();
        view.put("code", item.code());
        view.put("area", item.area());
        view.put("areaName", areaNames.getOrDefault(item.area(), item.area()));
        view.put("primary", item.primary());
        view.put("secondary", item.secondary());
        view.put("tertiary", item.tertiary());
        view.put("content", item.content());
        view.put("basis", item.basis());
        view.put("references", item.references());
        view.put("limitText", item.limitText());
        view.put("limit", item.limit());
        view.put("bodyText", item.bodyText());
        view.put("bodies", item.bodies());
        view.put("channels", item.channels());
        view.put("channelTexts", item.channelTexts());
        view.put("audience", item.audience());
        view.put("audienceText", item.audienceText());
        view.put("mode", item.mode());
        view.put("levels", item.levels());
        view.put("stage", item.stage());
        return view;
    }

    /** 第一个看得见的字是 { 或 [。 */
    static boolean looksLike(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 64); i++) {
            byte b = bytes[i];
            boolean skipped = b <= ' ' && b >= 0 || (b & 0xff) == 0xef || (b & 0xff) == 0xbb || (b & 0xff) == 0xbf;
            if (!skipped) {
                return b == '{' || b == '[';
            }
        }
        return false;
    }

    /** 变成一张表，列名照官方模板。 */
    static TableFile table(String fileName, byte[] bytes) {
        var items = items(fileName, bytes).stream().map(CatalogueJson::item).toList();
        var columns = new ExportColumns(items.stream().map(Named::item).toList());
        var rows = new ArrayList<List<String>>();
        rows.add(line(
                columns.headings().stream().map(ExportColumns.Heading::label).toList(), "领域"));
        int number = 0;
        for (Named each : items) {
            number++;
            rows.add(line(columns.cells(number, each.item()), each.area()));
        }
        return new TableFile(
                fileName,
                TableFile.Format.DELIMITED,
                "UTF-8",
                List.of(Grid.of("目录", rows).withoutMerges()),
                List.of());
    }

    private static List<String> line(List<String> cells, String area) {
        var line = new ArrayList<>(cells);
        line.add(area);
        return line;
    }

    private static List<JsonNode> items(String fileName, byte[] bytes) {
        try {
            String text = new String(bytes, StandardCharsets.UTF_8);
            var root = JsonMapper.shared().readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
            var list = root.isArray() ? root : root.path("items");
            var items = new ArrayList<JsonNode>();
            list.forEach(node -> {
                if (node.isObject() && items.size() < MOST) {
                    items.add(node);
                }
            });
            if (items.isEmpty()) {
                throw new Refused(Refusal.of("catalogue.read.jsonEmpty", fileName));
            }
            return items;
        } catch (JacksonException e) {
            throw new Refused(Refusal.of("catalogue.read.jsonBroken", fileName));
        }
    }

    /** 事项和它的领域名称。 */
    private record Named(CatalogueItem item, String area) {}

    private static Named item(JsonNode node) {
        var item = new CatalogueItem(
                "",
                "",
                text(node, "primary"),
                text(node, "secondary"),
                text(node, "tertiary"),
                text(node, "content"),
                text(node, "basis"),
                text(node, "limitText"),
                org.gongkai.deadline.TimeLimitPhrase.Kind.UNKNOWN,
                null,
                text(node, "bodyText"),
                java.util.Set.of(),
                java.util.Set.of(),
                texts(node.path("channelTexts")),
                named(Audience.class, text(node, "audience"), Audience.UNSTATED),
                text(node, "audienceText"),
                named(DisclosureMode.class, text(node, "mode"), DisclosureMode.UNSTATED),
                levels(node.path("levels")),
                text(node, "stage"));
        String area = text(node, "areaName");
        return new Named(item, area.isEmpty() ? text(node, "area") : area);
    }

    private static EnumSet<BodyLevel> levels(JsonNode node) {
        var levels = EnumSet.noneOf(BodyLevel.class);
        for (String text : texts(node)) {
            BodyLevel level = named(BodyLevel.class, text, null);
            if (level == null) {
                levels.addAll(Levels.in(text));
            } else {
                levels.add(level);
            }
        }
        return levels;
    }

    private static <E extends @Nullable Enum<?>> E named(Class<? extends Enum<?>> type, String text, E otherwise) {
        for (Enum<?> constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                @SuppressWarnings("unchecked")
                E found = (E) constant;
                return found;
            }
        }
        return otherwise;
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
