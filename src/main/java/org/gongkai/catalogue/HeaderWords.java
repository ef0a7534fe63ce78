package org.gongkai.catalogue;

import java.util.Optional;

/** 认表头的字：断字、缺字、加括号说明都认。 What a header cell says, by its words and not by its place. */
final class HeaderWords {

    private HeaderWords() {}

    /** @param label already {@link Plain#tight} */
    static Optional<Column> column(String label) {
        if (label.isEmpty() || label.length() > 60) {
            return Optional.empty();
        }
        String bare = label.replaceAll("[(\\[〔【].*", "").replaceAll("[*＊:：、/\"'“”\\d.]", "");
        return Optional.ofNullable(exact(bare))
                .or(() -> Optional.ofNullable(loose(bare.isEmpty() ? label : bare, label)));
    }

    private static @org.jspecify.annotations.Nullable Column exact(String bare) {
        return switch (bare) {
            case "序号", "编号", "序", "号" -> Column.SERIAL;
            case "领域", "公开领域", "试点领域", "所属领域", "类别", "公开类别" -> Column.AREA;
            case "一级事项", "一级", "一级目录", "一级分类", "事项类别", "公开事项一级" -> Column.PRIMARY;
            case "二级事项", "二级", "二级目录", "二级分类", "事项名称", "公开事项", "公开事项名称", "公开事项二级", "事项" -> Column.SECONDARY;
            case "三级事项", "三级", "三级目录", "三级分类", "公开事项三级" -> Column.TERTIARY;
            case "全社会", "全社区", "社会", "全社会公开", "社会公众" -> Column.AUDIENCE_ALL;
            case "主动", "主动公开" -> Column.MODE_PROACTIVE;
            case "依申请", "依申请公开", "依申请公", "依申" -> Column.MODE_ON_REQUEST;
            case "省级" -> Column.LEVEL_PROVINCE;
            case "市级", "地市级", "设区市级" -> Column.LEVEL_CITY;
            case "县级", "区级", "区县级", "县区级", "县市区级", "市县级", "区本级", "县本级", "旗县级", "县" -> Column.LEVEL_COUNTY;
            case "乡级", "镇级", "乡镇级", "镇街级", "街镇级", "街道级", "镇街", "乡村级", "乡镇街道级", "街镇", "乡", "镇街乡", "乡镇", "苏木乡镇级" ->
                Column.LEVEL_TOWN;
            case "村级", "村", "村社区", "社区级", "村居", "村居级", "嘎查村级" -> Column.LEVEL_VILLAGE;
            case "五公开", "公开环节", "环节", "公开阶段" -> Column.STAGE;
            case "备注", "说明" -> Column.REMARK;
            default -> null;
        };
    }

    private static @org.jspecify.annotations.Nullable Column loose(String bare, String label) {
        if (bare.startsWith("特定群") || bare.startsWith("特定人群") || bare.startsWith("特定对象")) {
            return Column.AUDIENCE_GROUP;
        }
        if (bare.contains("渠道") || bare.contains("载体") || bare.equals("公开平台") || bare.equals("公开形式")) {
            return Column.CHANNEL;
        }
        if (bare.contains("层级") || bare.equals("公开级别")) {
            return Column.LEVEL;
        }
        if (bare.contains("时限") || bare.contains("期限") || bare.equals("公开时间")) {
            return Column.LIMIT;
        }
        if (bare.contains("依据")) {
            return Column.BASIS;
        }
        if (bare.contains("公开主")
                || bare.contains("主体")
                || bare.contains("责任单位")
                || bare.contains("公开单位")
                || bare.contains("责任部门")
                || bare.equals("公开机构")) {
            return Column.BODY;
        }
        if (bare.contains("公开对象") || bare.equals("对象")) {
            return Column.AUDIENCE;
        }
        if (bare.contains("公开方式") || bare.equals("方式") || bare.equals("公开类型")) {
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
}
