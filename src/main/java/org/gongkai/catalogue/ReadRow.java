package org.gongkai.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.deadline.TimeLimitPhrases;
import org.gongkai.organisation.BodyLevel;

/**
 * 读懂的一行，原文留在旁边。
 *
 * @param sheet 工作表
 * @param row 在表中的行号，从一数
 * @param areaText 写明的领域，原文；没有写明时为空串
 * @param heading 所在表的标题和工作表名，领域可能在其中
 * @param limitText 公开时限原文（同上已换成上文）
 * @param limit 时限的解读
 * @param bodyText 公开主体原文
 * @param channelTexts 选中的渠道，原文
 * @param audienceText 特定群体的说明
 * @param original 每一列的原文，键是列名
 * @param stated 这张表有哪些列；没有的列不改动已有的值
 */
record ReadRow(
        String sheet,
        int row,
        String areaText,
        String heading,
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
        Map<String, String> original,
        Set<Column> stated) {

    boolean states(Column... columns) {
        for (Column column : columns) {
            if (stated.contains(column)) {
                return true;
            }
        }
        return false;
    }

    /** 这张表没有的列，沿用目录里已有的值：没有说的不算改。 A column the file does not have changes nothing. */
    ReadRow completedFrom(CatalogueItem item) {
        boolean audienceSaid = states(Column.AUDIENCE, Column.AUDIENCE_ALL, Column.AUDIENCE_GROUP);
        boolean limitSaid = states(Column.LIMIT);
        boolean channelSaid = states(Column.CHANNEL);
        boolean levelSaid = stated.stream().anyMatch(column -> column.name().startsWith("LEVEL"));
        boolean basisSaid = states(Column.BASIS);
        return new ReadRow(
                sheet,
                row,
                areaText,
                heading,
                primary,
                secondary,
                tertiary,
                states(Column.CONTENT) ? content : item.content(),
                basisSaid ? basisText : item.basis(),
                basisSaid ? basis : item.references(),
                limitSaid ? limitText : item.limitText(),
                limitSaid ? limit : TimeLimitPhrases.parse(item.limitText()),
                states(Column.BODY) ? bodyText : item.bodyText(),
                channelSaid ? channels : item.channels(),
                channelSaid ? channelTexts : item.channelTexts(),
                audienceSaid ? audience : item.audience(),
                audienceSaid ? audienceText : item.audienceText(),
                states(Column.MODE, Column.MODE_PROACTIVE, Column.MODE_ON_REQUEST) ? mode : item.mode(),
                levelSaid ? levels : item.levels(),
                states(Column.STAGE) ? stage : item.stage(),
                original,
                stated);
    }
}
