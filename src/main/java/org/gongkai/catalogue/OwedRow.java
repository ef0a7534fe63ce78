package org.gongkai.catalogue;

import java.time.LocalDate;
import java.util.Set;
import org.gongkai.deadline.TimeLimitPhrase;
import org.jspecify.annotations.Nullable;

/**
 * 已审定目录的一行，公开主体已认定到机构：公开义务由此编译。
 *
 * @param limit {@code TimeLimit.code()}；读不懂或算不出日期时为空
 * @param bodies 认定的机构代码
 * @param effectiveFrom 版本生效日
 */
public record OwedRow(
        long version,
        String item,
        String area,
        String primary,
        String secondary,
        @Nullable String limit,
        TimeLimitPhrase.Kind limitKind,
        DisclosureMode mode,
        Set<String> bodies,
        LocalDate effectiveFrom) {}
