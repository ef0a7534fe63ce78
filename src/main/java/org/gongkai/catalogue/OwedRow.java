package org.gongkai.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.deadline.TimeLimitPhrases;
import org.jspecify.annotations.Nullable;

/**
 * 已审定目录的一行，公开主体已认定到机构：公开义务由此编译。
 *
 * <p>A row of an adopted catalogue with the bodies it binds; obligations are compiled from it.
 *
 * @param limit {@code TimeLimit.code()}；读不懂或算不出日期时为空
 * @param bodies 认定的机构代码
 * @param channels 这一行写明的渠道；没有写明的为空
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
        Set<Channel> channels,
        LocalDate effectiveFrom) {

    /** 因地制宜之后的各行：改了时限的机构单独一行，没有这一事项的机构不再欠。 The row as its bodies owe it after their approved overrides. */
    List<OwedRow> adapted(List<Adaptation> adaptations) {
        if (adaptations.isEmpty()) {
            return List.of(this);
        }
        var rows = new ArrayList<OwedRow>();
        var rest = new LinkedHashSet<>(bodies);
        for (Adaptation adaptation : adaptations) {
            boolean changes = !adaptation.applies() || adaptation.limitText() != null;
            if (changes && rest.remove(adaptation.body()) && adaptation.applies()) {
                var limit = TimeLimitPhrases.parse(String.valueOf(adaptation.limitText()));
                rows.add(with(adaptation.limit(), limit.kind(), Set.of(adaptation.body())));
            }
        }
        rows.add(with(limit, limitKind, rest));
        return rows;
    }

    private OwedRow with(@Nullable String newLimit, TimeLimitPhrase.Kind kind, Set<String> some) {
        return new OwedRow(
                version,
                item,
                area,
                primary,
                secondary,
                newLimit,
                kind,
                mode,
                Set.copyOf(some),
                channels,
                effectiveFrom);
    }
}
