package org.gongkai.report;

import java.util.ArrayList;
import java.util.List;

/**
 * 报告的三段文字（R-ANN-07）。
 *
 * <p>The three passages of prose in an annual report: sections one, five and six.
 *
 * @param overview 一、总体情况
 * @param problems 五、存在的主要问题及改进情况
 * @param others 六、其他需要报告的事项
 */
public record Narrative(String overview, String problems, String others) {

    public static final Narrative NOTHING = new Narrative("", "", "");

    static final int LONGEST = 20_000;

    public Narrative {
        overview = overview.strip();
        problems = problems.strip();
        others = others.strip();
    }

    /** 没有写的部分：1、5、6。 The sections not written yet. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (overview.isEmpty()) {
            missing.add("report.section.1");
        }
        if (problems.isEmpty()) {
            missing.add("report.section.5");
        }
        if (others.isEmpty()) {
            missing.add("report.section.6");
        }
        return missing;
    }

    boolean isTooLong() {
        return overview.length() > LONGEST || problems.length() > LONGEST || others.length() > LONGEST;
    }
}
