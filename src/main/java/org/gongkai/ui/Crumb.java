package org.gongkai.ui;

/**
 * 面包屑的一节。
 *
 * <p>One step of the breadcrumb trail.
 *
 * @param label 文字
 * @param url 地址；最后一节为空串
 */
public record Crumb(String label, String url) {}
