package org.gongkai.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 列表里的一件。
 *
 * <p>One case in the list; {@code remaining} is in working days.
 *
 * @param headline 要什么信息，要更正哪条记录
 * @param remaining 还剩几个工作日；停着、未收到的为空
 */
public record RequestLine(
        long id,
        String reference,
        String body,
        RequestState state,
        FilingChannel channel,
        CaseKind caseKind,
        String headline,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        @Nullable Integer remaining,
        boolean late,
        @Nullable String owner,
        @Nullable ReplyKind reply) {

    @Override
    public String toString() {
        return "RequestLine[" + reference + "]";
    }
}
