package org.gongkai.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一页，和下一页的游标。 A page and the cursor of the next, null at the end.
 *
 * @param <T> what is listed
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    public Slice {
        items = List.copyOf(items);
    }
}
