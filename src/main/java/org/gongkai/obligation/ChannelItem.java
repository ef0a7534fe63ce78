package org.gongkai.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一个渠道之下的一项：应公开什么，由哪条信息在哪一天公开。
 *
 * <p>One item owed through a channel, and the record and day that covered it there.
 *
 * @param disclosure 在这个渠道公开过的那条信息；还没有的为空
 * @param on 在这个渠道公开的日期
 */
public record ChannelItem(
        Obligation one, @Nullable Long disclosure, @Nullable LocalDate on) {}
