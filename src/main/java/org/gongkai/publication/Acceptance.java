package org.gongkai.publication;

/**
 * 审查人保留一处自查发现的理由。
 *
 * <p>The reason a reviewer gives for leaving a finding of the self-check as it is.
 *
 * @param fingerprint 哪一处；{@code *} 为其余全部
 */
public record Acceptance(String fingerprint, String reason) {

    static final String ALL = "*";

    /** 全部保留，同一个理由。 */
    public static Acceptance all(String reason) {
        return new Acceptance(ALL, reason);
    }
}
