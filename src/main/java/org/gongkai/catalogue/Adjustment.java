package org.gongkai.catalogue;

/**
 * 一处调整的理由，随版本公布（A-16）。
 *
 * @param version 版本
 * @param item 事项代码
 * @param change {@code ADDED}、{@code CHANGED} 或 {@code WITHDRAWN}
 */
record Adjustment(long version, String item, String change, String reason, String account) {}
