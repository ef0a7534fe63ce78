package org.gongkai.publication.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.publication.Classification;
import org.gongkai.publication.DisclosureDraft;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/** 起草表单的原样填写；缺的当空串。 What was typed, kept as typed. */
record DraftForm(
        @Nullable String version,
        @Nullable String once,
        @Nullable String body,
        @Nullable String item,
        @Nullable String area,
        @Nullable String statutoryItem,
        @Nullable String obligation,
        @Nullable String title,
        @Nullable String documentNumber,
        @Nullable String issuers,
        @Nullable String formedOn,
        @Nullable String effectiveOn,
        @Nullable String validUntil,
        @Nullable String repealedOn,
        @Nullable String type,
        @Nullable String genre,
        @Nullable String theme,
        @Nullable String source,
        @Nullable String editor,
        @Nullable String keywords,
        @Nullable String summary,
        @Nullable String html,
        @Nullable List<Long> attachment,
        @Nullable String classification,
        @Nullable String ground,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String changeNote,
        @Nullable String act) {

    int seenVersion() {
        try {
            return Integer.parseInt(plain(version));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** 同一张空白稿送来两次，只成一条；不是这里发出的就当没有。 The mark of a blank sheet, null if not one of ours. */
    @Nullable
    String onceOnly() {
        return once != null && once.matches("[0-9a-f-]{36}") ? "desk-" + once : null;
    }

    boolean savesItself() {
        return "autosave".equals(act);
    }

    boolean submits() {
        return "submit".equals(act);
    }

    List<Long> attachments() {
        return attachment == null
                ? List.of()
                : attachment.stream().filter(Objects::nonNull).toList();
    }

    DisclosureDraft draft(String content, List<Long> files) {
        var obliged = plain(obligation);
        return new DisclosureDraft(
                new DisclosureDraft.Placement(
                        plain(body),
                        plain(item),
                        plain(area),
                        plain(statutoryItem),
                        obliged.isEmpty() ? null : obliged),
                new DisclosureDraft.Facts(
                        plain(title),
                        plain(documentNumber),
                        split(plain(issuers)),
                        date(formedOn),
                        date(effectiveOn),
                        date(validUntil),
                        date(repealedOn),
                        DisclosureType.of(plain(type)).orElse(DisclosureType.OTHER),
                        plain(genre),
                        plain(theme),
                        plain(source),
                        plain(editor),
                        split(plain(keywords)),
                        plain(summary)),
                content,
                files,
                openness());
    }

    private DisclosureDraft.Openness openness() {
        var chosen = Arrays.stream(Classification.values())
                .filter(value -> value.name().equals(plain(classification)))
                .findFirst()
                .orElse(Classification.PROACTIVE);
        var why = Arrays.stream(NonDisclosureGround.values())
                .filter(value -> value.name().equals(plain(ground)))
                .findFirst()
                .orElse(null);
        return new DisclosureDraft.Openness(chosen, why, plain(reason));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[、，,;；\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        var given = plain(text);
        if (given.isEmpty()) {
            return null;
        }
        try {
            var digits = given.replaceAll("[年月/.]", "-").replace("日", "");
            return LocalDate.parse(digits, DateTimeFormatter.ofPattern("uuuu-M-d"));
        } catch (DateTimeException e) {
            throw new Refused(
                    Refusal.of("publication.dateUnreadable", given.length() > 20 ? given.substring(0, 20) : given));
        }
    }

    /** 供模板重新显示。 */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (var component : DraftForm.class.getRecordComponents()) {
            try {
                var value = component.getAccessor().invoke(this);
                values.put(component.getName(), value instanceof String text ? text : "");
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }

    static Map<String, String> values(DisclosureDraft draft, int version, String changeNote, String note) {
        var facts = draft.facts();
        var values = new LinkedHashMap<String, String>();
        values.put("version", String.valueOf(version));
        values.put("body", draft.placement().body());
        values.put("item", draft.placement().item());
        values.put("area", draft.placement().area());
        values.put("statutoryItem", draft.placement().statutoryItem());
        values.put("obligation", plain(draft.placement().obligation()));
        values.put("title", facts.title());
        values.put("documentNumber", facts.documentNumber());
        values.put("issuers", facts.issuers().stream().collect(Collectors.joining("、")));
        values.put("formedOn", day(facts.formedOn()));
        values.put("effectiveOn", day(facts.effectiveOn()));
        values.put("validUntil", day(facts.validUntil()));
        values.put("repealedOn", day(facts.repealedOn()));
        values.put("type", facts.type().name());
        values.put("genre", facts.genre());
        values.put("theme", facts.theme());
        values.put("source", facts.source());
        values.put("editor", facts.editor());
        values.put("keywords", facts.keywords().stream().collect(Collectors.joining("、")));
        values.put("summary", facts.summary());
        values.put("html", draft.html());
        values.put("classification", draft.openness().classification().name());
        var ground = draft.openness().ground();
        values.put("ground", ground == null ? "" : ground.name());
        values.put("reason", draft.openness().reason());
        values.put("changeNote", changeNote);
        values.put("note", note);
        values.put("act", "");
        return values;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    static String plain(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
