package org.gongkai.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 认表头的字：断字、缺字、加括号说明、各地的同义说法都认。 What a header cell says, by its words and not by its place. */
final class HeaderWords {

    private static final int LONGEST = 60;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[〔【].*");
    private static final Pattern MARKS = Pattern.compile("[*＊:：、/\"'“”\\d.·。]");
    private static final Set<String> WEAK = Set.of("责任科室", "责任处室", "承办科室", "承办处室", "科室", "责任股室", "承办单位", "责任人", "审核主体");
    private static final Map<String, Column> EXACT = java.util.HashMap.newHashMap(160);

    static {
        exact(Column.SERIAL, "序号", "编号", "序", "号", "No", "NO");
        exact(Column.AREA, "领域", "公开领域", "试点领域", "所属领域", "业务领域", "领域名称", "公开领域名称");
        exact(Column.PRIMARY, "一级事项", "一级", "一级目录", "一级分类", "一级指标", "一级类目", "一级栏目", "事项类别", "公开事项类别");
        exact(Column.PRIMARY, "公开事项一级", "一级公开事项", "事项分类", "公开事项分类", "事项类型", "大类", "主事项", "类别", "公开类别", "分类");
        exact(Column.PRIMARY, "事项大类");
        exact(Column.SECONDARY, "二级事项", "二级", "二级目录", "二级分类", "二级指标", "二级类目", "二级栏目", "事项名称", "公开事项", "公开事项名称");
        exact(Column.SECONDARY, "公开事项二级", "二级公开事项", "事项", "公开项目", "小类", "子项", "子事项", "具体事项", "政务公开事项", "公开目录", "目录名称");
        exact(Column.SECONDARY, "事项小类", "信息名称", "公开信息名称", "项目名称");
        exact(Column.TERTIARY, "三级事项", "三级", "三级目录", "三级分类", "三级指标", "公开事项三级", "三级公开事项");
        exact(Column.AUDIENCE_ALL, "全社会", "全社区", "社会", "全社会公开", "社会公众", "全体公众", "向全社会公开", "面向全社会");
        exact(Column.MODE_PROACTIVE, "主动", "主动公开");
        exact(Column.MODE_ON_REQUEST, "依申请", "依申请公开", "依申请公", "依申", "申请公开");
        exact(Column.LEVEL_PROVINCE, "省级", "省");
        exact(Column.LEVEL_CITY, "市级", "地市级", "设区市级", "州级", "市");
        exact(Column.LEVEL_COUNTY, "县级", "区级", "区县级", "县区级", "县市区级", "市县级", "区本级", "县本级", "旗县级", "县", "区", "旗级");
        exact(Column.LEVEL_TOWN, "乡级", "镇级", "乡镇级", "镇街级", "街镇级", "街道级", "镇街", "乡镇街道级", "街镇", "乡", "镇", "街道");
        exact(Column.LEVEL_TOWN, "镇街乡", "乡镇", "苏木乡镇级", "乡镇街道", "镇乡级", "镇级街道", "乡镇办级");
        exact(Column.LEVEL_TOWN_VILLAGE, "乡村级", "镇村级", "街居级", "乡镇村级");
        exact(Column.LEVEL_VILLAGE, "村级", "村", "村社区", "社区级", "村居", "村居级", "嘎查村级", "村社区级", "社区");
        exact(Column.STAGE, "五公开", "公开环节", "环节", "公开阶段");
        exact(Column.REMARK, "备注", "说明", "咨询电话", "联系电话", "监督电话", "联系方式", "备注咨询电话", "咨询方式");
    }

    private HeaderWords() {}

    /** @param label already {@link Plain#tight} */
    static Optional<Column> column(String label) {
        if (label.isEmpty() || label.length() > LONGEST) {
            return Optional.empty();
        }
        String said = BRACKETS.matcher(label).replaceAll("");
        String bare = MARKS.matcher(said).replaceAll("");
        String inBrackets =
                MARKS.matcher(label.replaceAll("[()\\[\\]〔〕【】]", "")).replaceAll("");
        return Optional.ofNullable(EXACT.get(inBrackets))
                .or(() -> Optional.ofNullable(EXACT.get(bare)))
                .or(() -> Optional.ofNullable(loose(bare.isEmpty() ? label : bare, label)));
    }

    /** 责任科室一类：有“公开主体”时不作公开主体。 Names a body only where no column says 公开主体. */
    static boolean weak(String label) {
        return WEAK.contains(MARKS.matcher(label).replaceAll(""));
    }

    private static @Nullable Column loose(String bare, String label) {
        if (bare.startsWith("特定") || bare.contains("特定群") || bare.contains("特定对象")) {
            return Column.AUDIENCE_GROUP;
        }
        if (any(bare, "渠道", "载体", "公开平台", "公开途径", "发布平台", "公开场所") || bare.equals("公开形式")) {
            return Column.CHANNEL;
        }
        if (bare.contains("层级") || bare.equals("公开级别")) {
            return Column.LEVEL;
        }
        if (any(bare, "时限", "期限", "公开时效", "公开周期", "更新周期") || bare.equals("公开时间") || bare.equals("时间要求")) {
            return Column.LIMIT;
        }
        if (bare.contains("依据")) {
            return Column.BASIS;
        }
        if (any(bare, "公开主", "主体", "责任单位", "公开单位", "责任部门", "公开部门", "发布单位", "发布机构", "公开机构", "公开机关")
                || any(bare, "主管部门", "牵头部门", "牵头单位", "实施单位")
                || WEAK.contains(bare)) {
            return Column.BODY;
        }
        if (any(bare, "公开对象", "公开范围") || bare.equals("对象") || bare.equals("受众")) {
            return Column.AUDIENCE;
        }
        if (any(bare, "公开方式", "公开属性", "公开类型", "公开性质") || bare.equals("方式")) {
            return Column.MODE;
        }
        if (bare.contains("内容") || bare.contains("要素") && !label.contains("事项")) {
            return Column.CONTENT;
        }
        if (bare.endsWith("一级事项") || bare.startsWith("一级")) {
            return Column.PRIMARY;
        }
        if (bare.endsWith("二级事项") || bare.startsWith("二级") || bare.endsWith("公开事项")) {
            return Column.SECONDARY;
        }
        return bare.startsWith("三级") ? Column.TERTIARY : null;
    }

    private static boolean any(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static void exact(Column column, String... words) {
        for (String word : words) {
            EXACT.put(word, column);
        }
    }
}
