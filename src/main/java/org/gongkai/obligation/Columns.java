package org.gongkai.obligation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 一批行按列收成文本数组，交给 {@code unnest(?::bigint[], …)}，一条语句写完。 Rows gathered by column for one set-based statement. */
final class Columns {

    private final List<List<@Nullable String>> columns = new ArrayList<>();
    private final int width;

    Columns(int width) {
        this.width = width;
        for (int i = 0; i < width; i++) {
            columns.add(new ArrayList<>());
        }
    }

    void add(@Nullable Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException("expected " + width + " values");
        }
        for (int i = 0; i < width; i++) {
            Object value = values[i];
            columns.get(i).add(value == null ? null : value.toString());
        }
    }

    boolean isEmpty() {
        return columns.getFirst().isEmpty();
    }

    List<Object> arrays() {
        List<Object> arrays = new ArrayList<>();
        columns.forEach(column -> arrays.add(column.toArray(String[]::new)));
        return arrays;
    }
}
