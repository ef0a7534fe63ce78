package org.gongkai.publication.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.gongkai.catalogue.Channel;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.publication.Disclosures;
import org.gongkai.publication.OutletDesk;
import org.gongkai.publication.Outlets;
import org.gongkai.ui.Asked;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 一条公开信息同时公开的渠道：人人可读，联络员和政务公开科登记。 Where else a record was disclosed. */
@RestController
class OutletApi {

    private final OutletDesk desk;
    private final Outlets outlets;
    private final Disclosures disclosures;

    OutletApi(OutletDesk desk, Outlets outlets, Disclosures disclosures) {
        this.desk = desk;
        this.outlets = outlets;
        this.disclosures = disclosures;
    }

    /** 同时公开的渠道，按日期。 */
    record OutletList(List<OutletPayload> items) {}

    /**
     * 登记的一条。
     *
     * @param channel 代码（如 GAZETTE）或者名称（如 政府公报）；不能是 WEBSITE
     * @param on 在那个渠道公开的日期，不早于成文日期，不晚于今天
     * @param where 期号、版面、地点，或者 http(s) 网址，不超过 200 字
     */
    record OutletEntry(
            @Nullable String channel,
            @Nullable String on,
            @Nullable String where) {}

    @GetMapping("/api/v1/disclosures/{id:[0-9]{1,18}}/channels")
    @Requires(scope = Scope.PUBLIC)
    OutletList list(@PathVariable long id) {
        if (disclosures.find(id).isEmpty()) {
            throw Refused.missing("publication.outlet.noRecord", String.valueOf(id));
        }
        return new OutletList(outlets.of(id).stream().map(OutletPayload::of).toList());
    }

    /** 早已登记过同样一条的，答那一条（200）。 */
    @PostMapping("/api/v1/disclosures/{id:[0-9]{1,18}}/channels")
    @Requires(
            value = {Duty.LIAISON, Duty.OFFICE},
            scope = Scope.SUBTREE)
    ResponseEntity<OutletPayload> record(@PathVariable long id, @RequestBody OutletEntry entry) {
        var entered = desk.record(
                id,
                channel(Asked.needed("channel", entry.channel())),
                Asked.neededDay("on", entry.on()),
                entry.where() == null ? "" : entry.where(),
                OutletDesk.Source.API);
        var address = URI.create("/api/v1/disclosures/" + id + "/channels");
        return (entered.fresh()
                        ? ResponseEntity.created(address)
                        : ResponseEntity.ok().location(address))
                .body(OutletPayload.of(entered.outlet()));
    }

    private static Channel channel(String given) {
        return Channel.of(given)
                .orElseThrow(() -> Asked.unknown(
                        "channel",
                        given,
                        Arrays.stream(Channel.values()).map(Channel::printed).toList()));
    }
}
