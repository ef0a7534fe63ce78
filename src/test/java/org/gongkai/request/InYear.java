package org.gongkai.request;

/**
 * 一件在某一年的年报里算作什么，照年报表三的行逐条写：供测试对照。
 *
 * <p>What a case is in the report of one year, row by row of the form: the reading the tests check the counting against.
 */
public record InYear(CountedRequest one, int year) {

    /** 本年新收（行 A）。 */
    public boolean isNew() {
        return one.receivedOn().getYear() == year;
    }

    /** 上年结转（行 B）：年初没有办结。 */
    public boolean isCarriedIn() {
        return one.receivedOn().getYear() < year
                && (one.endedOn() == null || one.endedOn().getYear() >= year);
    }

    /** 本年办结（行 C）。 */
    public boolean isFinished() {
        return one.endedOn() != null && one.endedOn().getYear() == year;
    }

    /** 结转下年度（行 D）：年末没有办结。 */
    public boolean isCarriedOut() {
        return one.receivedOn().getYear() <= year
                && (one.endedOn() == null || one.endedOn().getYear() > year);
    }
}
