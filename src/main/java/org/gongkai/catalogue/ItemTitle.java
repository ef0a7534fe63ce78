package org.gongkai.catalogue;

/**
 * 事项的称呼：链接上写的。 What a link to an item says.
 *
 * @param code 事项代码
 * @param area 领域代码
 * @param fullName 一级 / 二级（/ 三级）
 */
public record ItemTitle(String code, String area, String fullName) {}
