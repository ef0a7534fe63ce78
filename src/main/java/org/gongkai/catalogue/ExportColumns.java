package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.organisation.BodyLevel;

/**
 * 官方模板（附件2）的列；目录里用到三级事项、公开层级、公开环节的，才多出这些列。
 *
 * <p>The columns of the official template, in its order, and how an item fills them. What is written here is read back as the same.
 */
final class ExportColumns {

    private static final String TICK = "√";
    private static final Map<BodyLevel, String> LEVELS = new LinkedHashMap<>();

    static {
        LEVELS.put(BodyLevel.PROVINCE, "省级");
        LEVELS.put(BodyLevel.CITY, "市级");
        LEVELS.put(BodyLevel.COUNTY, "县级");
        LEVELS.put(BodyLevel.TOWN, "乡级");
        LEVELS.put(BodyLevel.VILLAGE, "村级");
    }

    /**
     * 一列。
     *
     * @param group 第一行表头
     * @param name 第二行表头；没有分列的为空串
     */
    record Heading(String group, String name, double width) {

        String label() {
            return name.isEmpty() ? group : name;
        }
    }

    static String level(BodyLevel level) {
        return LEVELS.getOrDefault(level, level.name());
    }

    private final boolean tertiary;
    private final boolean stage;
    private final Set<BodyLevel> levels = EnumSet.noneOf(BodyLevel.class);

    ExportColumns(List<CatalogueItem> items) {
        tertiary = items.stream().anyMatch(item -> !item.tertiary().isEmpty());
        stage = items.stream().anyMatch(item -> !item.stage().isEmpty());
        items.forEach(item -> levels.addAll(item.levels()));
    }

    List<Heading> headings() {
        var headings = new ArrayList<Heading>();
        headings.add(new Heading("序号", "", 6));
        headings.add(new Heading("公开事项", "一级事项", 14));
        headings.add(new Heading("公开事项", "二级事项", 18));
        if (tertiary) {
            headings.add(new Heading("公开事项", "三级事项", 18));
        }
        headings.add(new Heading("公开内容（要素）", "", 36));
        headings.add(new Heading("公开依据", "", 36));
        headings.add(new Heading("公开时限", "", 18));
        headings.add(new Heading("公开主体", "", 16));
        headings.add(new Heading("公开渠道和载体", "", 34));
        headings.add(new Heading("公开对象", "全社会", 8));
        headings.add(new Heading("公开对象", "特定群体", 10));
        headings.add(new Heading("公开方式", "主动", 8));
        headings.add(new Heading("公开方式", "依申请", 8));
        levels.forEach(level -> headings.add(new Heading("公开层级", level(level), 7)));
        if (stage) {
            headings.add(new Heading("五公开", "", 10));
        }
        return headings;
    }

    /** 一个事项的各格，次序与表头相同。 */
    List<String> cells(int number, CatalogueItem item) {
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(number));
        cells.add(item.primary().isEmpty() ? item.secondary() : item.primary());
        cells.add(item.secondary());
        if (tertiary) {
            cells.add(item.tertiary());
        }
        cells.add(item.content());
        cells.add(item.basis());
        cells.add(item.limitText());
        cells.add(item.bodyText());
        cells.add(boxes(item.channelTexts()));
        cells.add(item.audience() == Audience.PUBLIC ? TICK : "");
        cells.add(item.audience() != Audience.GROUP ? "" : item.audienceText().isEmpty() ? TICK : item.audienceText());
        cells.add(item.mode() == DisclosureMode.PROACTIVE || item.mode() == DisclosureMode.BOTH ? TICK : "");
        cells.add(item.mode() == DisclosureMode.ON_REQUEST || item.mode() == DisclosureMode.BOTH ? TICK : "");
        levels.forEach(level -> cells.add(item.levels().contains(level) ? TICK : ""));
        if (stage) {
            cells.add(item.stage());
        }
        return cells;
    }

    /** 十三种渠道两个一行，选中的是实心框；地方渠道各占一行。 The boxes as the template prints them; local channels below. */
    static String boxes(List<String> chosen) {
        Set<String> open = new LinkedHashSet<>(chosen);
        var lines = new StringBuilder();
        int inLine = 0;
        for (Channel channel : Channel.values()) {
            String name = channel.printed();
            String ticked = open.stream()
                    .filter(text -> Plain.tight(text).equals(Plain.tight(name)))
                    .findFirst()
                    .orElse("");
            open.remove(ticked);
            boolean alone = channel == Channel.NOTICE_BOARD;
            if (alone && inLine == 1) {
                lines.append('\n');
            }
            lines.append(ticked.isEmpty() ? '□' : '■').append(ticked.isEmpty() ? name : ticked);
            inLine = alone ? 0 : 1 - inLine;
            lines.append(inLine == 1 ? "    " : "\n");
        }
        open.forEach(text -> lines.append('\n').append('■').append(text));
        return lines.toString().strip().replaceAll("\n{2,}", "\n");
    }
}
