package org.gongkai.organisation.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.organisation.BodyKind;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.organisation.OrganisationDesk;
import org.gongkai.organisation.PublicBody;
import org.jspecify.annotations.Nullable;

/** 机构表单，原样的输入。 */
record BodyForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String shortName,
        @Nullable String aliases,
        @Nullable String parent,
        @Nullable BodyLevel level,
        @Nullable BodyKind kind,
        @Nullable String functions,
        @Nullable String organisationCode) {

    static final BodyForm BLANK = new BodyForm("", "", "", "", "", BodyLevel.COUNTY, BodyKind.DEPARTMENT, "", "");

    static BodyForm of(PublicBody body) {
        return new BodyForm(
                body.code(),
                body.name(),
                body.shortName(),
                String.join("；", body.aliases()),
                body.parent(),
                body.level(),
                body.kind(),
                String.join("、", body.functions()),
                body.organisationCode());
    }

    PublicBody body(String ofCode) {
        String full = text(name).strip();
        var of = Objects.requireNonNullElse(level, BodyLevel.COUNTY);
        var what = Objects.requireNonNullElseGet(kind, () -> OrganisationDesk.kindOf(full, of));
        var words = split(text(functions));
        return new PublicBody(
                ofCode.strip(),
                full,
                text(shortName).isBlank() ? full : text(shortName).strip(),
                List.copyOf(split(text(aliases))),
                text(parent).isBlank() ? null : parent,
                of,
                what,
                words.isEmpty() ? OrganisationDesk.functionsOf(full, what) : words,
                text(organisationCode).strip());
    }

    private static Set<String> split(String words) {
        var all = new LinkedHashSet<String>();
        Arrays.stream(words.split("[;；、，,|\\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(all::add);
        return all;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    String codeText() {
        return text(code);
    }

    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("code", text(code));
        values.put("name", text(name));
        values.put("shortName", text(shortName));
        values.put("aliases", text(aliases));
        values.put("parent", text(parent));
        values.put("level", level == null ? "" : level.name());
        values.put("kind", kind == null ? "" : kind.name());
        values.put("functions", text(functions));
        values.put("organisationCode", text(organisationCode));
        return values;
    }
}
