package org.gongkai.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.catalogue.Channel;
import org.gongkai.law.LegalBasis;

/**
 * 一条公开信息还在另一个渠道公开过，登记了。
 *
 * <p>It was recorded that a disclosure also appeared through another channel, on which day and where.
 *
 * @param outlet 公开载体编号
 * @param on 在那个渠道公开的日期
 */
public record OutletRecorded(long outlet, long disclosure, String body, Channel channel, LocalDate on, String where)
        implements DisclosureRecorded {

    @Override
    public String act() {
        return "publication.outletRecorded";
    }

    @Override
    public String summary() {
        return "登记同时公开于：" + channel.printed() + "（" + on + "）";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("outlet", outlet, "body", body, "channel", channel.name(), "on", on.toString(), "where", where);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-23"));
    }
}
