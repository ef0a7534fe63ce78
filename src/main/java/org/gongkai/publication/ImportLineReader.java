package org.gongkai.publication;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.database.Sha256;
import org.gongkai.identity.Actor;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.publication.DisclosureImporter.Problem;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 把一行 JSON 读成 {@link ImportLine}，读不懂的说清楚。 */
@Component
class ImportLineReader {

    private static final Map<String, Classification> CLASSIFICATIONS = Map.ofEntries(
            Map.entry("", Classification.PROACTIVE),
            Map.entry("PROACTIVE", Classification.PROACTIVE),
            Map.entry("主动公开", Classification.PROACTIVE),
            Map.entry("主动", Classification.PROACTIVE),
            Map.entry("公开", Classification.PROACTIVE),
            Map.entry("此件公开发布", Classification.PROACTIVE),
            Map.entry("此件主动公开", Classification.PROACTIVE),
            Map.entry("ON_REQUEST", Classification.ON_REQUEST),
            Map.entry("依申请公开", Classification.ON_REQUEST),
            Map.entry("依申请", Classification.ON_REQUEST),
            Map.entry("WITHHELD", Classification.WITHHELD),
            Map.entry("不予公开", Classification.WITHHELD),
            Map.entry("不公开", Classification.WITHHELD));
    private static final int LONGEST_ID = 200;
    private static final int SHOWN = 60;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private final PublicBodies bodies;
    private final ItemCodes items;
    private final JsonMapper json;
    private final Clock clock;

    ImportLineReader(PublicBodies bodies, ItemCodes items, JsonMapper json, Clock clock) {
        this.bodies = bodies;
        this.items = items;
        this.json = json;
        this.clock = clock;
    }

    Optional<ImportLine> read(String line, long row, Actor actor, List<Problem> problems) {
        var notes = new Notes(row, problems);
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (JacksonException e) {
            notes.reject("", shown(line), "publication.import.notJson");
            return Optional.empty();
        }
        if (!node.isObject()) {
            notes.reject("", shown(line), "publication.import.notJson");
            return Optional.empty();
        }
        try {
            return read(node, line, row, actor, notes);
        } catch (Refused refused) {
            notes.reject(
                    "html",
                    "",
                    refused.refusal().messageKey(),
                    refused.refusal().args());
            return Optional.empty();
        }
    }

    private Optional<ImportLine> read(JsonNode node, String line, long row, Actor actor, Notes notes) {
        var externalId = text(node, "externalId");
        if (externalId.isEmpty() || externalId.length() > LONGEST_ID) {
            notes.reject("externalId", shown(externalId), "publication.import.externalId");
        }
        if (text(node, "title").isEmpty()) {
            notes.reject("title", "", "publication.import.titleMissing");
        }
        var body = body(text(node, "body"), actor, notes);
        var formedOn = date(node, "formedOn", notes);
        var publishedAt = publishedAt(node, notes);
        var openness = openness(node, notes);
        var draft = CleanDraft.of(new DisclosureDraft(
                placement(node, body, notes),
                facts(node, formedOn, date(node, "validUntil", notes), notes),
                content(node),
                List.of(),
                openness));
        inspect(draft, formedOn, publishedAt, notes);
        var outlets = OutletReader.read(
                node, openness.classification() == Classification.PROACTIVE, formedOn, LocalDate.now(clock), notes);
        return notes.rejected || publishedAt == null
                ? Optional.empty()
                : Optional.of(new ImportLine(
                        row, externalId, draft, publishedAt, digest(node), Sha256.hex(line.strip()), outlets));
    }

    /**
     * 公开渠道不在版次里：只多了渠道的一行，内容没有变；空格、转义怎样写也不算变。
     *
     * <p>Channels are no part of an edition, so a line that only gains some is the same, however its JSON is written.
     */
    private String digest(JsonNode node) {
        if (!node.has(OutletReader.FIELD)) {
            return Sha256.hex(json.writeValueAsString(node));
        }
        var rest = ((ObjectNode) node).deepCopy();
        rest.remove(OutletReader.FIELD);
        return Sha256.hex(json.writeValueAsString(rest));
    }

    private String body(String name, Actor actor, Notes notes) {
        var register = bodies;
        var found = register.find(name).map(List::of).orElseGet(() -> register.named(name));
        if (name.isEmpty() || found.isEmpty()) {
            notes.reject("body", shown(name), "publication.import.bodyUnknown");
        } else if (found.size() > 1) {
            notes.reject("body", shown(name), "publication.import.bodyAmbiguous");
        } else if (!actor.reaches(found.getFirst().code())) {
            notes.reject("body", shown(name), "publication.import.bodyOutOfReach");
        } else {
            return found.getFirst().code();
        }
        return "";
    }

    private DisclosureDraft.Placement placement(JsonNode node, String body, Notes notes) {
        var item = text(node, "item");
        var areaText = text(node, "area");
        var area = items.area(areaText).orElse("");
        if (area.isEmpty() && !areaText.isEmpty()) {
            notes.reject("area", shown(areaText), "publication.import.areaUnknown");
        }
        if (item.isEmpty()) {
            return DisclosureDraft.Placement.of(body, "", area);
        }
        var found = items.resolve(item, body);
        if (found.size() != 1) {
            notes.reject(
                    "item",
                    shown(item),
                    found.isEmpty() ? "publication.import.itemUnknown" : "publication.import.itemAmbiguous",
                    List.of(found.stream().map(ItemCodes.Item::code).toList()));
            return DisclosureDraft.Placement.of(body, "", area);
        }
        var only = found.getFirst();
        return DisclosureDraft.Placement.of(body, only.code(), only.area().isEmpty() ? area : only.area());
    }

    private static DisclosureDraft.Facts facts(
            JsonNode node, @Nullable LocalDate formedOn, @Nullable LocalDate validUntil, Notes notes) {
        var typeText = text(node, "type");
        var type = DisclosureType.of(typeText);
        if (type.isEmpty() && !typeText.isEmpty()) {
            notes.warn("type", shown(typeText), "publication.import.typeUnknown");
        }
        return new DisclosureDraft.Facts(
                text(node, "title"),
                text(node, "documentNumber"),
                List.of(),
                formedOn,
                null,
                validUntil,
                null,
                type.orElse(DisclosureType.OTHER),
                "",
                "",
                text(node, "source"),
                "",
                List.of(),
                "");
    }

    private static String content(JsonNode node) {
        var html = text(node, "html");
        return html.isEmpty() ? RichText.fromText(text(node, "text")) : html;
    }

    private static DisclosureDraft.Openness openness(JsonNode node, Notes notes) {
        var given = text(node, "classification");
        var classification = CLASSIFICATIONS.get(given);
        if (classification == null) {
            notes.reject("classification", shown(given), "publication.import.classificationUnknown");
            return DisclosureDraft.Openness.PROACTIVE;
        }
        return new DisclosureDraft.Openness(classification, null, "");
    }

    private @Nullable Instant publishedAt(JsonNode node, Notes notes) {
        var given = text(node, "publishedOn");
        if (given.isEmpty()) {
            notes.reject("publishedOn", "", "publication.import.publishedOnMissing");
            return null;
        }
        var at = instant(given);
        if (at == null) {
            notes.reject("publishedOn", shown(given), "publication.import.dateUnreadable");
        } else if (at.isAfter(clock.instant())) {
            notes.reject("publishedOn", shown(given), "publication.import.publishedInFuture");
        }
        return at;
    }

    private static @Nullable Instant instant(String given) {
        var day = Dates.parse(given);
        if (day != null) {
            return day.atStartOfDay(FilterSql.ZONE).toInstant();
        }
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException offset) {
            try {
                return LocalDateTime.parse(given.replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                        .atZone(FilterSql.ZONE)
                        .toInstant();
            } catch (DateTimeException local) {
                return null;
            }
        }
    }

    private static @Nullable LocalDate date(JsonNode node, String field, Notes notes) {
        var given = text(node, field);
        if (given.isEmpty()) {
            return null;
        }
        var day = Dates.parse(given);
        if (day == null || day.isBefore(EARLIEST)) {
            notes.reject(field, shown(given), "publication.import.dateUnreadable");
        }
        return day;
    }

    private static void inspect(
            CleanDraft draft, @Nullable LocalDate formedOn, @Nullable Instant publishedAt, Notes notes) {
        if (draft.plain().isEmpty()) {
            notes.warn("html", "", "publication.import.contentMissing");
        }
        if (formedOn != null && publishedAt != null && formedOn.isAfter(Publishing.day(publishedAt))) {
            notes.warn("formedOn", formedOn.toString(), "publication.import.formedAfterPublished");
        }
        var text = draft.content().facts().title() + "\n" + draft.plain();
        PersonalData.scan(text).stream()
                .filter(hit -> hit.kind().level() == Finding.Level.BLOCK)
                .findFirst()
                .ifPresent(hit -> notes.reject(
                        "html", PersonalData.mask(hit.kind(), hit.value()), "publication.import.personalData"));
    }

    static String text(JsonNode node, String field) {
        var value = node.get(field);
        return value == null || value.isNull() || value.isContainer()
                ? ""
                : value.asString("").strip();
    }

    static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    /** 记下一行的问题。 */
    static final class Notes {

        private final long row;
        private final List<Problem> problems;
        private boolean rejected;

        Notes(long row, List<Problem> problems) {
            this.row = row;
            this.problems = problems;
        }

        void reject(String column, String value, String key) {
            reject(column, value, key, List.of());
        }

        void reject(String column, String value, String key, List<Object> args) {
            rejected = true;
            problems.add(new Problem(row, column, value, true, key, args));
        }

        void warn(String column, String value, String key) {
            problems.add(new Problem(row, column, value, false, key, List.of()));
        }
    }
}
