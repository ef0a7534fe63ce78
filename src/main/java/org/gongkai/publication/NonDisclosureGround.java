package org.gongkai.publication;

import org.gongkai.law.Basis;
import org.gongkai.law.LegalBasis;
import org.gongkai.law.Term;

/** 不予公开的八种依据（R-EXM-01…08）。 The eight grounds; each names its article. */
@Term("不予公开情形")
@Basis({"OGI-14", "OGI-15", "OGI-16", "OGI-36"})
public enum NonDisclosureGround {
    /** 国家秘密 */
    STATE_SECRET("R-EXM-01", "OGI-14"),
    /** 法律、行政法规禁止公开 */
    PROHIBITED_BY_LAW("R-EXM-02", "OGI-14"),
    /** 危及国家安全、公共安全、经济安全、社会稳定 */
    SECURITY_AND_STABILITY("R-EXM-03", "OGI-14"),
    /** 商业秘密、个人隐私，公开会损害第三方合法权益 */
    THIRD_PARTY("R-EXM-04", "OGI-15"),
    /** 内部事务信息 */
    INTERNAL_AFFAIRS("R-EXM-05", "OGI-16"),
    /** 过程性信息 */
    PROCESS("R-EXM-06", "OGI-16"),
    /** 行政执法案卷信息 */
    ENFORCEMENT_FILE("R-EXM-07", "OGI-16"),
    /** 行政查询事项 */
    QUERY_MATTER("R-EXM-08", "OGI-36");

    private final String rule;
    private final LegalBasis basis;

    NonDisclosureGround(String rule, String basis) {
        this.rule = rule;
        this.basis = LegalBasis.of(basis);
    }

    public String rule() {
        return rule;
    }

    public LegalBasis basis() {
        return basis;
    }
}
