package org.gongkai.publication;

import java.time.Instant;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/** 一条公开信息：身份、现状、当前公开版和在办版。 The aggregate; its content stands in editions. */
final class Disclosure {

    long id;
    int version;
    String body;
    DisclosureStanding standing = DisclosureStanding.UNPUBLISHED;

    @Nullable
    String indexNumber;

    final @Nullable String externalId;
    final @Nullable Long parent;

    @Nullable
    String obligation;

    @Nullable
    Edition open;

    @Nullable
    Edition working;

    @Nullable
    Instant publishedAt;

    @Nullable
    Instant changedAt;

    @Nullable
    Instant withdrawnAt;

    @Nullable
    WithdrawalReason withdrawal;

    String withdrawalNote = "";

    @Nullable
    Long replacement;

    final String createdBy;
    final Instant createdAt;

    Disclosure(String body, @Nullable String externalId, @Nullable Long parent, String createdBy, Instant createdAt) {
        this.body = body;
        this.externalId = externalId;
        this.parent = parent;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** 在办的版本；没有就说清楚。 */
    Edition work() {
        if (working == null) {
            throw new Refused(Refusal.of("publication.nothingInWork"));
        }
        return working;
    }

    /** 当前公开的版本。 */
    Edition disclosed() {
        if (standing != DisclosureStanding.PUBLISHED || open == null) {
            throw new Refused(Refusal.of("publication.notPublished"));
        }
        return open;
    }

    /** 别人先改了，就不能再按旧样子改。 */
    void mustBeAt(int expected) {
        if (version != expected) {
            throw new Refused(Refusal.of("publication.changedMeanwhile"));
        }
    }

    /** 列表显示哪一版的要素。 */
    Edition shown() {
        if (open != null) {
            return open;
        }
        return work();
    }
}
