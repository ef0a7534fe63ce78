package org.gongkai.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 目录的一个版本，给人看的样子。
 *
 * <p>One edition of a catalogue as a person sees it, with what he may do to it.
 *
 * @param standing 今天的地位
 * @param possible 当前操作人能做的事
 */
public record VersionView(
        long id,
        String owner,
        int number,
        VersionState state,
        VersionStanding standing,
        String title,
        String reason,
        @Nullable LocalDate effectiveFrom,
        String author,
        @Nullable String reviewer,
        List<VersionAction> possible) {}
