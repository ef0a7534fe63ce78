package org.gongkai.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一件可以被查到的内容。
 *
 * <p>One thing that can be found, as handed to the index.
 *
 * @param id 唯一，例如 {@code disclosure:123}
 * @param type 种类代码，用来筛选
 * @param title 标题
 * @param text 正文纯文本，附件文字可以接在后面
 * @param documentNumber 发文字号，没有时为空串
 * @param body 机构代码
 * @param area 领域代码，没有时为空串
 * @param publishedOn 发布日期
 * @param lifetime 有效期间，有效性由它和今天算出
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
        Lifetime lifetime,
        String url) {

    /** 正文之后再接一段。 The same document, with more text after its own. */
    public SearchDocument with(String more) {
        return new SearchDocument(id, type, title, text + more, documentNumber, body, area, publishedOn, lifetime, url);
    }

    /**
     * 有效期间；没有注明的日子为空。
     *
     * @param effectiveOn 施行日
     * @param validUntil 有效期的最后一天
     * @param repealedOn 自这一天起废止
     */
    public record Lifetime(
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate repealedOn) {

        public static final Lifetime UNSTATED = new Lifetime(null, null, null);
    }
}
