package org.gongkai.obligation;

/** 不公开的情形，要写明理由。 Why nothing is published; always with a reason. */
public enum Excuse {
    /** 本期无新增 */
    NOTHING_NEW,
    /** 本机构没有这项职能 */
    NOT_APPLICABLE,
    /** 依法不予公开 */
    LAWFULLY_WITHHELD,
    /** 其他 */
    OTHER;

    /** 这种义务可不可以这样说明：法律直接定的，没有新增也要报，也没有“不予公开”。 What may be said of a kind of duty. */
    public boolean fits(ObligationKind kind) {
        return kind != ObligationKind.STATUTORY || this == NOT_APPLICABLE || this == OTHER;
    }
}
