package org.gongkai.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * 补全后的一行文字。
 *
 * @param row 行号，从零数
 * @param header 它的表头
 * @param printed 各列看上去的字
 * @param full 补全合并、同上、留空之后的字
 * @param inherited 空白而沿用了上一行的列：文件没有明说，要告诉用户
 * @param across 与别的列横向合并在一起的列
 * @param others 目录以外各列的字
 */
record RawRow(
        int row,
        Header header,
        Map<Column, String> printed,
        Map<Column, String> full,
        Set<Column> inherited,
        Set<Column> across,
        Map<String, String> others) {

    String text(Column column) {
        return full.getOrDefault(column, "");
    }

    /** 除序号外什么也没有填的一行（模板里预留的空行）。 */
    boolean empty() {
        return printed.entrySet().stream()
                .filter(cell -> cell.getKey() != Column.SERIAL)
                .allMatch(cell -> cell.getValue().isBlank()
                        || cell.getKey() == Column.CHANNEL
                                && Ticks.group(cell.getValue()).boxed()
                                && Ticks.group(cell.getValue()).chosen().isEmpty());
    }
}
