package org.gongkai.imports;

import java.util.List;

/**
 * 预览里的一行：会新增还是修改，改在哪里。
 *
 * <p>A row of the preview: what importing it would add or change.
 *
 * @param change {@code ADDED} 或 {@code CHANGED}
 * @param name 给人看的名称
 */
public record RowChange(long row, String change, String name, List<Difference> differences) {

    /** 一处前后。 @param label 列名的文字键 */
    public record Difference(String label, String before, String after) {}
}
