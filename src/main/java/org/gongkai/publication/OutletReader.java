package org.gongkai.publication;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.catalogue.Channel;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** 读一行里的 {@code channels}：这条信息还在哪里公开过；认不出的渠道退回，从不猜作“其他”。 Reads where else a line was disclosed. */
final class OutletReader {

    static final String FIELD = "channels";

    private static final int MOST = 50;

    private OutletReader() {}

    /** 同样的两条算一条；写着政府网站的提醒一声，公开本身就是。 Equal entries are one; the website is noted, not recorded. */
    static List<OutletDraft> read(
            JsonNode line,
            boolean proactive,
            @Nullable LocalDate formedOn,
            LocalDate today,
            ImportLineReader.Notes notes) {
        JsonNode channels = line.get(FIELD);
        if (channels == null || channels.isNull()) {
            return List.of();
        }
        if (!channels.isArray() || channels.size() > MOST) {
            notes.reject(FIELD, "", "publication.import.channelsForm", List.of(MOST));
            return List.of();
        }
        if (!proactive && !channels.isEmpty()) {
            notes.reject(FIELD, "", "publication.import.channelsNotProactive");
            return List.of();
        }
        Set<OutletDraft> drafts = new LinkedHashSet<>();
        for (JsonNode each : channels) {
            read(each, formedOn, today, notes, drafts);
        }
        return List.copyOf(drafts);
    }

    private static void read(
            JsonNode entry,
            @Nullable LocalDate formedOn,
            LocalDate today,
            ImportLineReader.Notes notes,
            Set<OutletDraft> drafts) {
        var name = ImportLineReader.text(entry, "channel");
        var channel = Channel.of(name);
        if (channel.isEmpty()) {
            notes.reject("channels.channel", ImportLineReader.shown(name), "publication.import.channelUnknown");
            return;
        }
        if (channel.get() == Channel.WEBSITE) {
            notes.warn("channels.channel", ImportLineReader.shown(name), "publication.import.channelWebsite");
            return;
        }
        var given = ImportLineReader.text(entry, "on");
        var on = Dates.parse(given);
        if (on == null) {
            notes.reject("channels.on", ImportLineReader.shown(given), "publication.import.dateUnreadable");
            return;
        }
        try {
            drafts.add(OutletCheck.check(channel.get(), on, ImportLineReader.text(entry, "where"), formedOn, today));
        } catch (Refused refused) {
            notes.reject(
                    FIELD,
                    channel.get().printed(),
                    refused.refusal().messageKey(),
                    refused.refusal().args());
        }
    }
}
