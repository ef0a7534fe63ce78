package org.gongkai.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.organisation.BodyLevel;

/**
 * 读懂的一行，原文留在旁边。
 *
 * @param sheet 工作表
 * @param row 在表中的行号，从一数
 * @param areaText 领域，原文；看不出时为空串
 * @param limitText 公开时限原文（同上已换成上文）
 * @param limit 时限的解读
 * @param bodyText 公开主体原文
 * @param channelTexts 选中的渠道，原文
 * @param audienceText 特定群体的说明
 * @param original 每一列的原文，键是列名
 */
record ReadRow(
        String sheet,
        int row,
        String areaText,
        String primary,
        String secondary,
        String tertiary,
        String content,
        String basisText,
        List<LegalReference> basis,
        String limitText,
        TimeLimitPhrase limit,
        String bodyText,
        Set<Channel> channels,
        List<String> channelTexts,
        Audience audience,
        String audienceText,
        DisclosureMode mode,
        Set<BodyLevel> levels,
        String stage,
        Map<String, String> original) {}
