package org.gongkai.obligation;

/** 义务的种类。 Where the last day of an obligation comes from. */
public enum ObligationKind {
    /** 信息形成后若干日之内 */
    FORMED,
    /** 定期 */
    PERIODIC,
    /** 应当一直有一份有效的；目录的每一行都有 */
    STANDING,
    /** 即时、及时 */
    IMMEDIATE,
    /** 法律直接定的日子，不由目录来，例如年度报告 */
    STATUTORY
}
