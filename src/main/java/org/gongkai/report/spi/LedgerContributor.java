package org.gongkai.report.spi;

import java.util.Set;
import java.util.function.Consumer;

/**
 * 交出年度报告台账事实的模块。年报只数事实，不看案件怎样办。
 *
 * <p>A module that hands over finished facts. It is asked inside a read-only transaction; facts are given as they stand now, for all
 * bodies at once, in any order. Giving the same fact twice is a defect that the report will name (R-ANN-23-5).
 */
public interface LedgerContributor {

    /**
     * 与这一年有关的申请：当年收到的，和以前收到、到这一年初还没有办结的。
     *
     * @param bodies 机构代码 codes of the bodies asked for
     * @param year 公历年 the calendar year reported on
     */
    void applications(Set<String> bodies, int year, Consumer<ApplicationFact> each);

    /** 这一年审结的、或者年末尚未审结的复议和诉讼（R-ANN-24）。 Remedies ended in the year, or pending at its end. */
    default void remedies(Set<String> bodies, int year, Consumer<RemedyFact> each) {}

    /** 这一年发出的收费通知（R-FEE-10）。 Fee notices issued in the year. */
    default void fees(Set<String> bodies, int year, Consumer<FeeFact> each) {}
}
