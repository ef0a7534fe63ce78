package org.gongkai.request;

import org.gongkai.deadline.StatutoryLimits;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.law.Basis;
import org.gongkai.law.Term;
import org.jspecify.annotations.Nullable;

/**
 * 申请的种类：申请公开政府信息，或者申请更正与本人有关、记录不准确的政府信息（R-REQ-22）。期限、依据各是各的；年报表三只数前一种。
 *
 * <p>What a case is about: disclosure, or the rectification of an inaccurate record about the applicant. Which rows of the state table
 * each kind has is said in {@link RequestWorkflow}. Rectification has no statutory period: its limit is the house's default and
 * therefore names no article.
 */
@Term("申请种类")
@Basis("OGI-41")
public enum CaseKind {
    /** 申请公开政府信息 */
    DISCLOSURE("R-REQ-10", StatutoryLimits.REPLY, null),
    /** 申请更正与本人有关的政府信息 */
    RECTIFICATION("R-REQ-22", RequestClock.RECTIFY, "OGI-41");

    private final String rule;
    private final TimeLimit.WorkingDays limit;
    private final @Nullable String article;

    CaseKind(String rule, TimeLimit.WorkingDays limit, @Nullable String article) {
        this.rule = rule;
        this.limit = limit;
        this.article = article;
    }

    /** 办理期限的规则编号。 */
    public String rule() {
        return rule;
    }

    /** 自收到之日起的办理期限。 */
    public TimeLimit.WorkingDays limit() {
        return limit;
    }

    /** 期限是法律定的；否则是本平台的默认，期限写到哪里，这句话说到哪里。 Whether law fixes the period. */
    public boolean isStatutory() {
        return limit.basis() != null;
    }

    /** 这一种申请做同样的事依据哪一条：更正申请都是第四十一条。 The article for what disclosure does under that one. */
    String basis(String ofDisclosure) {
        return article == null ? ofDisclosure : article;
    }
}
