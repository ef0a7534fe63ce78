package org.gongkai.publication.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.catalogue.CatalogueItem;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.catalogue.Channel;
import org.gongkai.journal.Journal;
import org.gongkai.publication.DisclosureStanding;
import org.gongkai.publication.Outlets;
import org.gongkai.publication.PublicationWork;
import org.gongkai.publication.WithdrawalReason;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 一条信息的办理页要用的：内容、过程、日志、此刻能做的事、还在哪些渠道公开过。 What the page of one record shows. */
@Component
class RecordScreen {

    static final String TEMPLATE = "publication/record";

    private final PublicationWork work;
    private final Outlets outlets;
    private final Catalogues catalogues;
    private final Journal journal;
    private final Texts texts;

    RecordScreen(PublicationWork work, Outlets outlets, Catalogues catalogues, Journal journal, Texts texts) {
        this.work = work;
        this.outlets = outlets;
        this.catalogues = catalogues;
        this.journal = journal;
        this.texts = texts;
    }

    /** @param refusal a sentence, or blank */
    String show(long id, String refusal, Model model) {
        var view = work.open(id);
        model.addAttribute("view", view);
        model.addAttribute("lines", journal.of("disclosure", String.valueOf(id)));
        model.addAttribute("withdrawals", List.of(WithdrawalReason.values()));
        model.addAttribute("refusal", refusal);
        model.addAttribute("outlets", outlets.all(id));
        model.addAttribute(
                "channels",
                view.standing() == DisclosureStanding.PUBLISHED
                        ? channels(view.content().placement().item())
                        : Map.of());
        return TEMPLATE;
    }

    /** 目录要求的在前，写明“目录要求”；本平台的网站就是公开本身，不在其中。 What the catalogue demands first, and marked. */
    private Map<String, String> channels(String item) {
        Set<Channel> demanded = item.isEmpty()
                ? Set.of()
                : catalogues.item(item).map(CatalogueItem::channels).orElse(Set.of());
        var options = new LinkedHashMap<String, String>();
        for (Channel channel : Channel.values()) {
            if (channel != Channel.WEBSITE && demanded.contains(channel)) {
                options.put(channel.name(), texts.get("publication.outlet.demanded", name(channel)));
            }
        }
        for (Channel channel : Channel.values()) {
            if (channel != Channel.WEBSITE && !demanded.contains(channel)) {
                options.put(channel.name(), name(channel));
            }
        }
        return options;
    }

    private String name(Channel channel) {
        return texts.get("catalogue.channel." + channel.name());
    }
}
