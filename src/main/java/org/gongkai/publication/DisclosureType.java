package org.gongkai.publication;

import java.util.Arrays;
import java.util.Optional;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;

/** 信息类型（A-36）。 What kind of information a disclosure is; the Chinese name is the vocabulary of imports. */
public enum DisclosureType {
    NORMATIVE_DOCUMENT("行政规范性文件", "规范性文件"),
    POLICY_DOCUMENT("政策文件", "政策"),
    OTHER_DOCUMENT("非政策类公文", "其他公文", "公文", "文件"),
    APPLICATION_NOTICE("申报通知"),
    ANNOUNCEMENT("公告公示", "公告通报", "通知公告", "公告", "公示", "通告", "通知"),
    INTERPRETATION("政策解读", "解读"),
    PLAN("规划计划", "规划", "计划"),
    STATISTICS("统计信息", "统计数据", "统计"),
    BUDGET("财政预决算", "预决算", "财政信息"),
    LICENCE("行政许可", "许可"),
    PENALTY("行政处罚", "行政强制", "处罚"),
    SERVICE_GUIDE("办事指南"),
    FEES("收费项目", "行政事业性收费"),
    PROCUREMENT("政府采购", "采购"),
    PROJECT("重大建设项目", "建设项目"),
    EMERGENCY("应急管理", "突发事件"),
    SUPERVISION("监督检查", "监管信息"),
    PERSONNEL("机构人事", "机构职能", "领导信息", "人事信息"),
    RECRUITMENT("公务员招录", "招考录用"),
    GUIDE("信息公开指南", "公开指南"),
    RULE("信息公开制度", "公开制度"),
    ANNUAL_REPORT("信息公开年报", "信息公开工作年度报告", "年度报告", "年报"),
    OTHER("其他");

    private final String[] names;

    DisclosureType(String... names) {
        this.names = names;
    }

    /** 中文名称。 */
    public String chinese() {
        return names[0];
    }

    /** 请求参数里的类型；没有写的为空，不认识的拒绝（400）。 */
    public static @Nullable DisclosureType asked(@Nullable String text) {
        String given = Asked.text(text);
        return given == null
                ? null
                : of(given.replace('-', '_'))
                        .orElseThrow(() -> Asked.unknown(
                                "type",
                                given,
                                Arrays.stream(values()).map(Enum::name).toList()));
    }

    /** 按代码或中文名称认出。 By code or Chinese name; empty when unknown. */
    public static Optional<DisclosureType> of(String text) {
        var wanted = text.strip();
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(wanted)
                        || Arrays.asList(type.names).contains(wanted))
                .findFirst();
    }
}
