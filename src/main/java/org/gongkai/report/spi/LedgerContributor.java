package org.gongkai.report.spi;

import java.util.Collection;
import java.util.List;

/**
 * 交出年度报告台账事实的模块。年报只数事实，不看案件怎样办。
 *
 * <p>A module that hands over finished facts, as they stand now, in any order. It is asked inside a read-only transaction. Giving the
 * same fact twice is a defect that the report will name (R-ANN-23-5).
 */
public interface LedgerContributor {

    /**
     * 与这一年有关的申请：这一年收到的，和以前收到、到这一年年初还没有办结的。
     *
     * @param bodies 机构代码 codes of the bodies asked for
     * @param year 公历年 the calendar year reported on
     */
    List<ApplicationFact> applications(Collection<String> bodies, int year);

    /** 这一年审结的、或者年末尚未审结的复议和诉讼（R-ANN-24）。 Remedies ended in the year, or pending at its end. */
    default List<RemedyFact> remedies(Collection<String> bodies, int year) {
        return List.of();
    }

    /** 这一年发出的收费通知，和这一年缴的费（R-FEE-10）。 Fees noticed or paid in the year. */
    default List<FeeFact> fees(Collection<String> bodies, int year) {
        return List.of();
    }
}
