package org.gongkai.organisation.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gongkai.organisation.Guide;
import org.jspecify.annotations.Nullable;

/** 公开指南表单，原样的输入。 */
record GuideForm(
        @Nullable String classification,
        @Nullable String arrangement,
        @Nullable String ways,
        @Nullable String office,
        @Nullable String address,
        @Nullable String hours,
        @Nullable String telephone,
        @Nullable String fax,
        @Nullable String internet) {

    static final GuideForm BLANK = new GuideForm("", "", "", "", "", "", "", "", "");

    static GuideForm of(Guide guide) {
        return new GuideForm(
                guide.classification(),
                guide.arrangement(),
                guide.ways(),
                guide.office(),
                guide.address(),
                guide.hours(),
                guide.telephone(),
                guide.fax(),
                guide.internet());
    }

    Guide guide(String body, LocalDate today) {
        return new Guide(
                body,
                text(classification),
                text(arrangement),
                text(ways),
                text(office),
                text(address),
                text(hours),
                text(telephone),
                text(fax),
                text(internet),
                today);
    }

    /** 按条例的次序。 */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("classification", text(classification));
        values.put("arrangement", text(arrangement));
        values.put("ways", text(ways));
        values.put("office", text(office));
        values.put("address", text(address));
        values.put("hours", text(hours));
        values.put("telephone", text(telephone));
        values.put("fax", text(fax));
        values.put("internet", text(internet));
        return values;
    }

    String firstBlank() {
        return values().entrySet().stream()
                .filter(field -> field.getValue().isBlank())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("classification");
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
