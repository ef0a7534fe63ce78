package org.gongkai.request;

/** 被征求意见者的答复。 What the consulted party answered. */
public enum Opinion {
    /** 同意公开 */
    CONSENT,
    /** 不同意，有合理理由 */
    REFUSED_REASONABLY,
    /** 不同意，理由不合理 */
    REFUSED_UNREASONABLY
}
