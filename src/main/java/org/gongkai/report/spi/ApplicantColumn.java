package org.gongkai.report.spi;

/** 申请人种类，表三的列（R-ANN-21）。 The kinds of applicant, columns c1 to c6 of table three. */
public enum ApplicantColumn {
    /** 自然人 */
    NATURAL_PERSON,
    /** 商业企业 */
    COMMERCIAL_ENTERPRISE,
    /** 科研机构 */
    RESEARCH_INSTITUTION,
    /** 社会公益组织 */
    PUBLIC_WELFARE_ORGANISATION,
    /** 法律服务机构 */
    LEGAL_SERVICE,
    /** 其他 */
    OTHER;

    /** 列的代码：c1 至 c6。 */
    public String code() {
        return "c" + (ordinal() + 1);
    }
}
