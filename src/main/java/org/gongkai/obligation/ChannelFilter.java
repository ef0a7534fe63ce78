package org.gongkai.obligation;

import java.time.LocalDate;
import org.gongkai.catalogue.Channel;
import org.jspecify.annotations.Nullable;

/**
 * 一个渠道之下的事项。
 *
 * <p>Which items of one channel to list; null sets no limit.
 *
 * @param channel 渠道；空为目录没有写明渠道的
 * @param covered 在这个渠道公开了的、还没有的；空为全部
 * @param asOf 某日结束时；空为今天
 */
public record ChannelFilter(
        @Nullable Channel channel,
        @Nullable Boolean covered,
        @Nullable String body,
        @Nullable String area,
        @Nullable LocalDate asOf) {}
