package org.gongkai.obligation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongkai.catalogue.Channel;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.obligation.ChannelCoverage;
import org.gongkai.obligation.ChannelFigures;
import org.gongkai.obligation.Coverage;
import org.gongkai.obligation.ObligationFigures;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 覆盖率的接口：按机构、领域、渠道。 Coverage by body, area and channel, for everybody. */
@RestController
class CoverageApi {

    private static final List<String> PARTS = List.of("body", "area", "channel");

    private final ObligationFigures figures;
    private final ChannelFigures channels;
    private final Clock clock;

    CoverageApi(ObligationFigures figures, ChannelFigures channels, Clock clock) {
        this.figures = figures;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * 覆盖率，公开。
     *
     * @param by body、area、channel，或者用逗号连起来的几个；不写是 body,area
     * @param asOf 某日结束时；不写为今天
     */
    @GetMapping("/api/v1/coverage")
    @Requires(scope = Scope.PUBLIC)
    CoveragePayload coverage(
            @RequestParam(defaultValue = "body,area") String by,
            @RequestParam(required = false) @Nullable String asOf) {
        List<String> parts = Arrays.stream(by.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        for (String part : parts) {
            if (!PARTS.contains(part)) {
                throw Asked.unknown("by", part, PARTS);
            }
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate wanted = Asked.day("asOf", asOf);
        LocalDate day = wanted == null || wanted.isAfter(today) ? today : wanted;
        boolean byBody = parts.contains("body");
        boolean byArea = parts.contains("area");
        return new CoveragePayload(
                day,
                parts.contains("channel")
                        ? channels.coverage(day, byBody, byArea).stream()
                                .map(CoverageCell::of)
                                .toList()
                        : figures.coverage(day, byBody, byArea).stream()
                                .map(CoverageCell::of)
                                .toList());
    }

    /**
     * 覆盖率。
     *
     * @param asOf 哪一天结束时
     * @param items 一格一行
     */
    record CoveragePayload(LocalDate asOf, List<CoverageCell> items) {}

    /**
     * 覆盖率的一格。按渠道分时，一个事项目录要求几个渠道就数几次，期限的各数对渠道没有意义，是 null。
     *
     * @param channel 渠道，公开渠道和载体的十三种之一；UNSTATED 为目录未写明渠道的事项；不按渠道分时是 null
     * @param body 机构代码；不按机构分时为空
     * @param area 领域代码；不按领域分时为空
     * @param itemsOwed 应公开事项数；按渠道分时，目录要求在这个渠道公开的
     * @param itemsCovered 其中已有有效公开信息的；按渠道分时，已在这个渠道公开的；UNSTATED 是 null
     * @param open 信息已形成（或者期限已过）而待公开的；按渠道分时是 null
     * @param overdue 其中最后一日已过的；按渠道分时是 null
     * @param metOnTime 按时公开的；按渠道分时是 null
     * @param metLate 迟延公开的；按渠道分时是 null
     * @param excused 已说明的；按渠道分时是 null
     */
    record CoverageCell(
            @Nullable String channel,
            @Nullable String body,
            @Nullable String area,
            long itemsOwed,
            @Nullable Long itemsCovered,
            @Nullable Long open,
            @Nullable Long overdue,
            @Nullable Long metOnTime,
            @Nullable Long metLate,
            @Nullable Long excused) {

        static CoverageCell of(Coverage cell) {
            return new CoverageCell(
                    null,
                    cell.body(),
                    cell.area(),
                    cell.itemsOwed(),
                    cell.itemsCovered(),
                    cell.open(),
                    cell.overdue(),
                    cell.metOnTime(),
                    cell.metLate(),
                    cell.excused());
        }

        static CoverageCell of(ChannelCoverage cell) {
            Channel channel = cell.channel();
            return new CoverageCell(
                    ChannelCoverage.code(channel),
                    cell.body(),
                    cell.area(),
                    cell.itemsOwed(),
                    channel == null ? null : cell.itemsCovered(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }
}
