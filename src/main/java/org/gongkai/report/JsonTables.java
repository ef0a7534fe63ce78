package org.gongkai.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.imports.Grid;
import tools.jackson.databind.JsonNode;

/**
 * 从 JSON 里认出年报的格子：按代码写的、按中文名写的、一格一个对象的、整张表是数组的、连写成一段的。
 *
 * <p>Finds the cells in whatever arrangement: by code, by Chinese name, one object a cell, arrays of rows, or running text.
 */
final class JsonTables {

    private static final List<String> ROW_KEYS = List.of("row", "code", "label", "name", "行", "项目");
    private static final Set<String> TABLE_FOUR = Set.of("T4", "table4", "表四");

    private final CellCollector collector;
    private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();

    private JsonTables(CellCollector collector) {
        this.collector = collector;
    }

    static void read(JsonNode root, CellCollector collector) {
        JsonTables reading = new JsonTables(collector);
        if (root.path("flattened").isString()) {
            RunTogether.read(
                    root.path("flattened").asString(""),
                    root.path("table4_flattened").asString(""),
                    collector);
        }
        reading.visit("", root);
        reading.hand();
    }

    private void visit(String key, JsonNode node) {
        if (node.isArray()) {
            array(key, node);
        } else if (node.isObject() && !single(node)) {
            for (var field : node.properties()) {
                Optional<String> row = rowOf(field.getKey());
                if (row.isPresent() && field.getValue().isContainer()) {
                    row(row.get(), field.getValue());
                } else if (isAddress(field.getKey()) && isValue(field.getValue())) {
                    cell(field.getKey(), field.getValue());
                } else if (field.getValue().isContainer()) {
                    visit(field.getKey(), field.getValue());
                }
            }
        }
    }

    private void array(String key, JsonNode node) {
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        if (TABLE_FOUR.contains(key) && items.size() == 15 && items.stream().allMatch(JsonTables::isValue)) {
            remedies(items);
        } else if (!items.isEmpty() && items.stream().allMatch(JsonNode::isArray)) {
            GridTables.read(Grid.of(key, items.stream().map(JsonTables::texts).toList()), collector);
        } else {
            items.forEach(item -> visit(key, item));
        }
    }

    /** 一个对象就是一行或者一格。 */
    private boolean single(JsonNode node) {
        if (node.path("cell").isString()
                && node.has("value")
                && isAddress(node.path("cell").asString(""))) {
            cell(node.path("cell").asString(""), node.path("value"));
            return true;
        }
        Optional<String> row = ROW_KEYS.stream()
                .map(key -> node.path(key))
                .filter(JsonNode::isValueNode)
                .flatMap(value -> rowOf(value.asString("")).stream())
                .findFirst();
        if (row.isEmpty()) {
            return false;
        }
        if (node.path("column").isString() && node.has("value")) {
            ColumnNames.of(row.get(), node.path("column").asString(""))
                    .ifPresent(column -> put(row.get(), column, node.path("value")));
            return true;
        }
        for (String key : List.of("values", "cells", "figures")) {
            if (node.path(key).isContainer()) {
                row(row.get(), node.path(key));
                return true;
            }
        }
        row(row.get(), node);
        return true;
    }

    private void row(String row, JsonNode node) {
        if (node.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            node.forEach(items::add);
            if (row.equals("T4")) {
                remedies(items);
            } else {
                List<String> columns = columns(row);
                for (int i = 0; i < Math.min(items.size(), columns.size()); i++) {
                    put(row, columns.get(i), items.get(i));
                }
            }
            return;
        }
        for (var field : node.properties()) {
            if (isValue(field.getValue())) {
                ColumnNames.of(row, field.getKey()).ifPresent(column -> put(row, column, field.getValue()));
            } else if (field.getValue().isContainer()) {
                visit(field.getKey(), node);
                return;
            }
        }
    }

    private void cell(String address, JsonNode value) {
        CellAddress cell = CellAddress.parse(address);
        RowNames.code(cell.row()).ifPresent(row -> put(row, cell.column(), value));
    }

    private void remedies(List<JsonNode> items) {
        for (int i = 0; i < Math.min(15, items.size()); i++) {
            put("T4." + (i / 5 + 1), "d" + (i % 5 + 1), items.get(i));
        }
    }

    private static List<String> columns(String row) {
        for (ReportForm form : List.of(ReportForm.FORM_2021, ReportForm.FORM_2019)) {
            if (form.row(row).isPresent()) {
                return form.row(row).get().columns();
            }
        }
        return List.of();
    }

    private void put(String row, String column, JsonNode value) {
        cells.computeIfAbsent(row, _ -> new LinkedHashMap<>()).putIfAbsent(column, text(value));
    }

    /** 收齐之后按列的次序交出。 */
    private void hand() {
        cells.forEach((row, values) -> {
            if (row.startsWith("T2") && values.keySet().stream().anyMatch(column -> column.startsWith("a"))) {
                collector.sawFormOf2021();
            }
            List<String> columns = ReportForm.FORM_2019
                    .row(row)
                    .filter(known -> known.columns().containsAll(values.keySet()))
                    .map(ReportRow::columns)
                    .orElse(columns(row));
            collector.row(
                    row,
                    columns.stream()
                            .map(column -> new CellCollector.Written(
                                    values.getOrDefault(column, ""), values.containsKey(column) ? "" : row))
                            .toList());
        });
    }

    private static Optional<String> rowOf(String key) {
        return key.length() > 80
                ? Optional.empty()
                : RowNames.code(key)
                        .or(() -> RowNames.isLabel(key) ? RowNames.row(List.of(key), List.of()) : Optional.empty());
    }

    private static boolean isAddress(String text) {
        int dot = text.lastIndexOf('.');
        return dot > 0
                && RowNames.code(text.substring(0, dot)).isPresent()
                && text.substring(dot + 1).matches("[abcd][1-8]");
    }

    private static boolean isValue(JsonNode node) {
        return node.isValueNode() || node.isObject() && node.has("value") && !node.has("row");
    }

    private static List<String> texts(JsonNode row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(text(cell)));
        return texts;
    }

    private static String text(JsonNode node) {
        JsonNode value = node.isObject() ? node.path("value") : node;
        return value.isNull() || value.isMissingNode() ? "" : value.asString("");
    }
}
