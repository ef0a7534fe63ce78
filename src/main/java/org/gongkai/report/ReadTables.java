package org.gongkai.report;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 从文件读出的一份报告。
 *
 * <p>A report as read from a file, with the cells that could not be read named one by one.
 *
 * @param tables 读出的数
 * @param found 读到了哪几张表
 * @param year 年份；文件里没有写的为空
 * @param body 机关名称；文件里没有写的是空串
 * @param unread 没有读出、或者改正后才读出的格
 */
public record ReadTables(
        FilledTables tables,
        Set<ReportTable> found,
        @Nullable Integer year,
        String body,
        List<UnreadCell> unread) {

    public ReadTables {
        found = Set.copyOf(found);
        unread = List.copyOf(unread);
    }
}
