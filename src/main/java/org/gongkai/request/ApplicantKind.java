package org.gongkai.request;

/** 申请人类别，年报表三的列（R-ANN-21）。 The columns of table three. */
public enum ApplicantKind {
    /** 自然人 */
    NATURAL_PERSON("c1"),
    /** 商业企业 */
    COMPANY("c2"),
    /** 科研机构 */
    RESEARCH_INSTITUTE("c3"),
    /** 社会公益组织 */
    CHARITY("c4"),
    /** 法律服务机构 */
    LEGAL_SERVICE("c5"),
    /** 其他 */
    OTHER_ORGANISATION("c6");

    private final String column;

    ApplicantKind(String column) {
        this.column = column;
    }

    /** 年报表三的列号。 */
    public String column() {
        return column;
    }

    public boolean isPerson() {
        return this == NATURAL_PERSON;
    }
}
