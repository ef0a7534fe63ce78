package org.gongkai.publication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 拟稿人填写的一份稿子：归属、要素、正文、附件、公开属性。
 *
 * <p>What an author writes. Whatever arrives here is cleaned before it is stored.
 *
 * @param html 正文，未清洗
 * @param attachments 附件编号，按次序
 */
public record DisclosureDraft(
        Placement placement, Facts facts, String html, List<Long> attachments, Openness openness) {

    public DisclosureDraft {
        attachments = List.copyOf(attachments);
    }

    /**
     * 归在哪里。
     *
     * @param body 公开主体的机构代码
     * @param item 公开事项代码，可空串
     * @param area 领域代码，可空串
     * @param statutoryItem 法定主动公开内容序号 01–15，可空串
     * @param obligation 由哪条公开义务发起
     */
    public record Placement(
            String body,
            String item,
            String area,
            String statutoryItem,
            @Nullable String obligation) {

        public static Placement of(String body, String item, String area) {
            return new Placement(body, item, area, "", null);
        }
    }

    /**
     * 要素（R-LIB-04）。
     *
     * @param issuers 发文机关，牵头机关在前；空表示就是公开主体
     * @param formedOn 成文日期
     * @param validUntil 有效期的最后一天
     * @param repealedOn 自这一天起废止
     * @param genre 体裁，可空串
     * @param theme 主题分类，可空串
     * @param editor 责任编辑
     */
    public record Facts(
            String title,
            String documentNumber,
            List<String> issuers,
            @Nullable LocalDate formedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate repealedOn,
            DisclosureType type,
            String genre,
            String theme,
            String source,
            String editor,
            List<String> keywords,
            String summary) {

        public Facts {
            issuers = List.copyOf(issuers);
            keywords = List.copyOf(keywords);
        }

        /** 最少的要素。 */
        public static Facts of(String title, @Nullable LocalDate formedOn, DisclosureType type) {
            return new Facts(title, "", List.of(), formedOn, null, null, null, type, "", "", "", "", List.of(), "");
        }
    }

    /**
     * 公开属性；不是主动公开时要有依据和理由（R-ATTR-02）。
     *
     * @param reason 理由
     */
    public record Openness(
            Classification classification, @Nullable NonDisclosureGround ground, String reason) {

        public static final Openness PROACTIVE = new Openness(Classification.PROACTIVE, null, "");
    }
}
