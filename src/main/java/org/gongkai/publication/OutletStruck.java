package org.gongkai.publication;

import java.time.LocalDate;
import java.util.Map;
import org.gongkai.catalogue.Channel;

/**
 * 登记错了的公开载体划去了；从来不算，原样留着。
 *
 * <p>A wrongly recorded outlet was struck: it never counts, and stays to be seen.
 *
 * @param on 登记的公开日期
 * @param struckOn 划去的那一天
 */
public record OutletStruck(
        long outlet, long disclosure, String body, Channel channel, LocalDate on, LocalDate struckOn, String reason)
        implements DisclosureRecorded {

    @Override
    public String act() {
        return "publication.outletStruck";
    }

    @Override
    public String summary() {
        return "划去同时公开于：" + channel.printed() + "（" + on + "）：" + reason;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("outlet", outlet, "body", body, "channel", channel.name(), "on", on.toString());
    }
}
