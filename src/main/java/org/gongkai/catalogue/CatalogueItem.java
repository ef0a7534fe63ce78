package org.gongkai.catalogue;

import java.util.List;
import java.util.Set;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.law.Term;
import org.gongkai.organisation.BodyLevel;
import org.jspecify.annotations.Nullable;

/**
 * 公开事项：标准目录的一行，八要素、层级，和认定的机构。
 *
 * <p>One item of the standard catalogue with its eight elements: the text as printed beside what was read from it.
 *
 * @param code 事项代码
 * @param area 领域代码
 * @param content 公开内容
 * @param basis 公开依据，原文
 * @param limitText 公开时限，原文
 * @param limit 时限代码；读不懂时为空
 * @param bodyText 公开主体，原文
 * @param bodies 认定的机构代码；还没认定时为空
 * @param channelTexts 选中的渠道，原文
 */
@Term("公开事项")
public record CatalogueItem(
        String code,
        String area,
        String primary,
        String secondary,
        String tertiary,
        String content,
        String basis,
        String limitText,
        TimeLimitPhrase.Kind limitKind,
        @Nullable String limit,
        String bodyText,
        Set<String> bodies,
        Set<Channel> channels,
        List<String> channelTexts,
        Audience audience,
        String audienceText,
        DisclosureMode mode,
        Set<BodyLevel> levels,
        String stage) {

    /** 一级 / 二级（/ 三级）。 */
    public String fullName() {
        return fullName(primary, secondary, tertiary);
    }

    static String fullName(String primary, String secondary, String tertiary) {
        return primary.isEmpty() || primary.equals(secondary)
                ? secondary + (tertiary.isEmpty() ? "" : " / " + tertiary)
                : primary + " / " + secondary + (tertiary.isEmpty() ? "" : " / " + tertiary);
    }

    public List<LegalReference> references() {
        return LegalReferences.of(basis);
    }
}
