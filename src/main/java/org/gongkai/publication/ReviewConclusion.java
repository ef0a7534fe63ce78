package org.gongkai.publication;

import org.gongkai.law.Basis;

/** 保密审查结论，四种（R-SEC-02）。 The four conclusions of a secrecy review. */
@Basis("OGI-17")
public enum ReviewConclusion {
    /** 可以公开 */
    MAY_DISCLOSE,
    /** 处理后可以公开 */
    MAY_AFTER_REDACTION,
    /** 不得主动公开 */
    MAY_NOT_DISCLOSE,
    /** 不能确定，报请主管部门或者保密行政管理部门确定 */
    REFERRED;

    public boolean clears() {
        return this == MAY_DISCLOSE || this == MAY_AFTER_REDACTION;
    }
}
