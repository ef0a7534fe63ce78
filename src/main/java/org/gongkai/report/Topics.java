package org.gongkai.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 文字应当写到的方面：总体情况的五个（R-ANN-08），政府的报告另有三个（R-ANN-06）。认的是词，只作提醒。
 *
 * <p>What the prose has to touch upon. Recognised by words, so it is a reminder and never a bar.
 */
enum Topics {
    DISCLOSURE("主动公开", false),
    APPLICATIONS("依申请|公开申请|申请公开|(收到|新收|受理|办理|答复|办结)(了|的|各类|新|政府|信息)*申请", false),
    MANAGEMENT("信息管理|规范性文件|动态调整|目录", false),
    PLATFORM("平台|网站|专栏|新媒体|公众号|公报|公开栏", false),
    SUPERVISION("监督|考核|培训|检查|评议|问责|责任追究", false),
    ASSESSMENT("考核", true),
    APPRAISAL("评议", true),
    ACCOUNTABILITY("责任追究|追究责任|问责", true);

    private final Pattern words;
    private final boolean ofGovernments;

    Topics(String words, boolean ofGovernments) {
        this.words = Pattern.compile(words);
        this.ofGovernments = ofGovernments;
    }

    String label() {
        return "report.topic." + name();
    }

    /** 还没有写到的；政府的三个写在哪一段都行。 What the prose does not speak of yet. */
    static List<Topics> unsaid(Narrative narrative, ReportScope scope) {
        String all = narrative.overview() + narrative.problems() + narrative.others();
        return Arrays.stream(values())
                .filter(topic -> !topic.ofGovernments || scope == ReportScope.GATHERED)
                .filter(topic -> !topic.words
                        .matcher(topic.ofGovernments ? all : narrative.overview())
                        .find())
                .toList();
    }
}
