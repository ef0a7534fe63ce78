package org.gongkai.ui;

/** 一个网页标签（R-TAG-01）：名字区分大小写。 A meta tag such as ArticleTitle or ColumnName. */
public record Meta(String name, String content) {}
