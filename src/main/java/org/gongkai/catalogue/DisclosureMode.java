package org.gongkai.catalogue;

import org.gongkai.law.Term;

/** 公开方式；与公文的公开属性不是一回事。 The catalogue column, not the classification of a document. */
@Term("公开方式")
public enum DisclosureMode {
    /** 主动 */
    PROACTIVE,
    /** 依申请 */
    ON_REQUEST,
    /** 主动和依申请都勾选了 */
    BOTH,
    /** 原件没有勾选 */
    UNSTATED
}
