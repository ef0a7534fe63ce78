package org.gongkai.publication;

import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/** 签发路径上的环节。 A step of the sign-off route; the route of a body is data in {@code publication.route}. */
public enum ReviewStep {
    /** 科室审核 */
    SECTION,
    /** 保密审查，不可省略 */
    SECRECY,
    /** 签发 */
    SIGN,
    /** 撤回 */
    WITHDRAWAL;

    static ReviewStep of(EditionState state) {
        return switch (state) {
            case SECTION_REVIEW -> SECTION;
            case SECRECY_REVIEW, REFERRED -> SECRECY;
            case SIGNING, SCHEDULED -> SIGN;
            default -> throw new Refused(Refusal.of("publication.notUnderReview"));
        };
    }
}
