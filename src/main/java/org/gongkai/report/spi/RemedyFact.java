package org.gongkai.report.spi;

/**
 * 一件复议或者诉讼在台账上的样子（R-ANN-24）。
 *
 * <p>One reconsideration or lawsuit as the ledger knows it, for table four.
 *
 * @param reference 案件编号，一件一个
 * @param body 机构代码
 * @param route 途径，表四的一栏
 * @param outcome 结果，表四的一列
 * @param path 点开看的地址，只给工作人员
 */
public record RemedyFact(String reference, String body, Route route, Outcome outcome, String path) {

    /** 途径：T4.1 至 T4.3。 The blocks of table four. */
    public enum Route {
        /** 行政复议 */
        RECONSIDERATION,
        /** 未经复议直接起诉 */
        DIRECT_LITIGATION,
        /** 复议后起诉 */
        LITIGATION_AFTER_RECONSIDERATION;

        public String row() {
            return "T4." + (ordinal() + 1);
        }
    }

    /** 结果：d1 至 d4。 The columns of table four, without their sum. */
    public enum Outcome {
        /** 结果维持 */
        UPHELD,
        /** 结果纠正 */
        CORRECTED,
        /** 其他结果 */
        OTHER,
        /** 尚未审结 */
        PENDING;

        public String column() {
            return "d" + (ordinal() + 1);
        }
    }
}
