package org.gongkai.report;

/** 年度报告里有数字的表；一、五、六是文字。 The tables with figures. */
public enum ReportTable {
    /** 二、主动公开政府信息情况 */
    ACTIVE_DISCLOSURE("2"),
    /** 三、收到和处理政府信息公开申请情况 */
    APPLICATIONS("3"),
    /** 四、政府信息公开行政复议、行政诉讼情况 */
    REMEDIES("4");

    private final String code;

    ReportTable(String code) {
        this.code = code;
    }

    /** 第几部分：2、3、4。 */
    public String code() {
        return code;
    }
}
