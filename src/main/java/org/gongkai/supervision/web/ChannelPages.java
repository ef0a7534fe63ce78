package org.gongkai.supervision.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.catalogue.Channel;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.obligation.ChannelCoverage;
import org.gongkai.obligation.ChannelFigures;
import org.gongkai.obligation.ChannelFilter;
import org.gongkai.obligation.ChannelItem;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.supervision.SupervisionFigures;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 一个渠道的数字背后：应公开的事项，已经公开的由哪条信息、哪一天公开。 The items behind a figure of a channel. */
@Controller
class ChannelPages {

    private static final int SIZE = 100;

    private final ChannelFigures channels;
    private final SupervisionFigures figures;
    private final PublicBodies bodies;
    private final Catalogues catalogues;

    ChannelPages(ChannelFigures channels, SupervisionFigures figures, PublicBodies bodies, Catalogues catalogues) {
        this.channels = channels;
        this.figures = figures;
        this.bodies = bodies;
        this.catalogues = catalogues;
    }

    /**
     * 清单。
     *
     * @param channel 渠道代码，UNSTATED 为目录未写明渠道的
     * @param covered yes 已公开的，no 还没有的；不写为全部
     */
    @GetMapping("/desk/supervision/channel")
    @Requires(
            value = {Duty.OFFICE, Duty.LEADER, Duty.AUDITOR},
            scope = Scope.DISTRICT)
    String items(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String covered,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Channel chosen = channel(Asked.needed("channel", channel));
        var wanted = Asked.one("covered", covered, Covered.class);
        var filter = new ChannelFilter(
                chosen,
                wanted == null ? null : wanted == Covered.YES,
                bodies.asked(body),
                catalogues.askedArea(area),
                Asked.day("asOf", asOf));
        var page = channels.items(filter, Asked.text(cursor), SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next() == null ? "" : page.next());
        model.addAttribute("bodyNames", bodyNames(filter.body(), page.items()));
        model.addAttribute("areaName", areaName(filter.area()));
        return "supervision/channel";
    }

    private enum Covered {
        YES,
        NO
    }

    private static @Nullable Channel channel(String given) {
        return given.equalsIgnoreCase(ChannelCoverage.UNSTATED) ? null : Asked.one("channel", given, Channel.class);
    }

    private Map<String, String> bodyNames(@Nullable String body, List<ChannelItem> items) {
        var names = new HashMap<String, String>();
        items.forEach(item -> names.computeIfAbsent(item.one().body(), figures::bodyName));
        if (body != null) {
            names.put(body, figures.bodyName(body));
        }
        return names;
    }

    private String areaName(@Nullable String area) {
        return area == null ? "" : figures.areaNames().getOrDefault(area, area);
    }
}
