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
    OTHER
}
