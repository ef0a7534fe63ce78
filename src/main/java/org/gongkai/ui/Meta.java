package org.gongkai.ui;

import java.util.List;

/** 一个网页标签（R-TAG-01）：名字区分大小写。 A meta tag such as ArticleTitle or ColumnName. */
public record Meta(String name, String content) {

    /**
     * 栏目页的四个标签。
     *
     * @param type 栏目类别，例如“信息公开指南”
     */
    public static List<Meta> column(String name, String description, String keywords, String type) {
        return List.of(
                new Meta("ColumnName", name),
                new Meta("ColumnDescription", description),
                new Meta("ColumnKeywords", keywords),
                new Meta("ColumnType", type));
    }
}
