package org.gongkai.catalogue;

/**
 * 公开依据里的一件。
 *
 * <p>One law or document cited as the basis of an item, taken apart.
 *
 * @param name 名称，不含书名号
 * @param number 文号，没有时为空串
 * @param article 条款，没有时为空串
 */
public record LegalReference(String name, String number, String article) {}
