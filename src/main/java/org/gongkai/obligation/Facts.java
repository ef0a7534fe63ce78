package org.gongkai.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 一格之内的事实：登记的形成，公开和撤回。 What is known within one slot. */
record Facts(List<Formed> formed, List<Evidence> evidence) {

    /** 登记的一次信息形成。 */
    record Formed(long id, String title, LocalDate formedOn) {}

    /**
     * 一条公开过的信息。
     *
     * @param publishedOn null while only its withdrawal is known
     * @param countsUntil 撤回后不再算作履行的那天
     * @param pinned 发布时指明的义务的键
     */
    record Evidence(
            long disclosure,
            @Nullable String title,
            @Nullable LocalDate formedOn,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate countsUntil,
            boolean duplicate,
            @Nullable String pinned) {

        boolean live() {
            return publishedOn != null && countsUntil == null;
        }
    }
}
