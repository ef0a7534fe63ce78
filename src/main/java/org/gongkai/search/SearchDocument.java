package org.gongkai.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一件可以被查到的内容。
 *
 * @param id 唯一，例如 {@code disclosure:123}
 * @param type 种类代码，用来筛选
 * @param title 标题
 * @param text 正文纯文本，附件文字可以接在后面
 * @param documentNumber 发文字号，没有时为空串
 * @param body 机构代码
 * @param area 领域代码，没有时为空串
 * @param publishedOn 发布日期
 * @param validity 有效性代码，没有时为空串
 * @param url 门户地址
 */
public record SearchDocument(
        String id,
        String type,
        String title,
        String text,
        String documentNumber,
        String body,
        String area,
        @Nullable LocalDate publishedOn,
        String validity,
        String url) {}
