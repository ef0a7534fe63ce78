package org.gongkai.publication;

import org.gongkai.law.Basis;
import org.gongkai.law.Term;

/** 公开属性，起草时认定（R-ATTR-01）。以公开为常态，其他两种须有依据。 Determined while drafting; the default is PROACTIVE (R-GEN-02). */
@Term("公开属性")
@Basis({"OGI-5", "OGI-13"})
public enum Classification {
    /** 主动公开 */
    PROACTIVE("此件主动公开"),
    /** 依申请公开 */
    ON_REQUEST("此件依申请公开"),
    /** 不予公开 */
    WITHHELD("此件不公开");

    private final String label;

    Classification(String label) {
        this.label = label;
    }

    /** 印在文件上的附注，带圆括号（R-ATTR-08）。 The line printed on the document. */
    public String printedLine() {
        return "（" + label + "）";
    }
}
