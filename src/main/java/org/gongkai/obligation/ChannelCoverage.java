package org.gongkai.obligation;

import org.gongkai.catalogue.Channel;
import org.jspecify.annotations.Nullable;

/**
 * 一个渠道的应公开和已公开：目录要求在这个渠道公开的事项，其中已经在这个渠道公开过、信息仍然有效的（R-CAT-11）。
 *
 * <p>What the catalogue wants disclosed through one channel and how much of it is, by valid records. Counted in items.
 *
 * @param channel 渠道；空为目录没有写明渠道的事项，另外数
 * @param body 机构代码；不按机构分时为空
 * @param area 领域代码；不按领域分时为空
 * @param itemsOwed 应公开事项数
 * @param itemsCovered 其中已公开的；目录没有写明渠道的总是零
 */
public record ChannelCoverage(
        @Nullable Channel channel,
        @Nullable String body,
        @Nullable String area,
        long itemsOwed,
        long itemsCovered) {

    /** 目录没有写明渠道的，在地址和接口里的写法。 How items without a stated channel are named in addresses and the API. */
    public static final String UNSTATED = "UNSTATED";

    /** 渠道的代码，没有写明的是 {@link #UNSTATED}。 */
    public static String code(@Nullable Channel channel) {
        return channel == null ? UNSTATED : channel.name();
    }

    /** 百分数，向下取整，没有做到百分之百就不写一百；没有应公开事项的没有。 Rounded down; none where nothing is owed. */
    public @Nullable Long percent() {
        return itemsOwed == 0 ? null : itemsCovered * 100 / itemsOwed;
    }

    ChannelCoverage plus(ChannelCoverage other) {
        return new ChannelCoverage(channel, body, area, itemsOwed + other.itemsOwed, itemsCovered + other.itemsCovered);
    }

    ChannelCoverage by(boolean byBody, boolean byArea) {
        return new ChannelCoverage(channel, byBody ? body : null, byArea ? area : null, itemsOwed, itemsCovered);
    }
}
