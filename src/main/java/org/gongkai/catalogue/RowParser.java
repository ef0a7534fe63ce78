package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.catalogue.ReadProblem.Level;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.deadline.TimeLimitPhrases;
import org.gongkai.organisation.BodyLevel;

/** 把补全的一行读成带类型的值，并说出每一处可疑。 One complete row into typed values, with every doubt said. */
final class RowParser {

    private static final int STATUTORY_WORKING_DAYS = 20;
    private static final Pattern NUMBERING =
            Pattern.compile("^(?:\\d{1,3}(?:\\.\\d{1,3})*[.、．]?|[（(][一二三四五六七八九十\\d]+[）)])\\s*(?=\\p{IsHan})");

    private final String sheet;
    private final SheetReader.RawRow raw;
    private final String area;
    private final List<ReadProblem> problems = new ArrayList<>();

    RowParser(String sheet, SheetReader.RawRow raw, String area) {
        this.sheet = sheet;
        this.raw = raw;
        this.area = area;
    }

    List<ReadProblem> problems() {
        return problems;
    }

    Optional<ReadRow> parse() {
        String primary = item(Column.PRIMARY);
        String secondary = item(Column.SECONDARY);
        String tertiary = item(Column.TERTIARY);
        if (secondary.isEmpty()) {
            if (tertiary.isEmpty()) {
                secondary = primary;
            } else {
                secondary = tertiary;
                tertiary = "";
            }
        }
        if (secondary.isEmpty()) {
            say(Column.SECONDARY, Level.ERROR, "catalogue.read.noItem");
        }
        if (text(Column.BODY).isBlank()) {
            say(Column.BODY, Level.ERROR, "catalogue.read.noBody");
        }
        if (text(Column.CONTENT).isBlank() && raw.places().containsKey(Column.CONTENT)) {
            say(Column.CONTENT, Level.WARNING, "catalogue.read.noContent");
        }
        var limit = limit();
        var channels = channels();
        var audience = audience();
        var mode = mode();
        var row = new ReadRow(
                sheet,
                raw.row() + 1,
                text(Column.AREA).isBlank() ? area : Plain.line(text(Column.AREA)),
                primary,
                secondary,
                tertiary,
                text(Column.CONTENT).strip(),
                text(Column.BASIS).strip(),
                LegalReferences.of(text(Column.BASIS)),
                Plain.line(text(Column.LIMIT)),
                limit,
                Plain.line(text(Column.BODY)),
                channels.kinds(),
                channels.texts(),
                audience.kind(),
                audience.text(),
                mode,
                levels(),
                Plain.line(text(Column.STAGE)),
                original());
        boolean wrong = problems.stream().anyMatch(problem -> problem.level() == Level.ERROR);
        return wrong ? Optional.empty() : Optional.of(row);
    }

    /** Without the numbering some tables print into the name: 1.1国家层面法规政策. */
    private String item(Column column) {
        String text = Plain.line(text(column));
        String tight = text.replaceAll("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})", "");
        return NUMBERING.matcher(tight).replaceFirst("");
    }

    private TimeLimitPhrase limit() {
        var limit = TimeLimitPhrases.parse(text(Column.LIMIT));
        if (!limit.confident()
                || limit.kind() == TimeLimitPhrase.Kind.UNKNOWN
                || limit.kind() == TimeLimitPhrase.Kind.SAME_AS_ABOVE) {
            say(Column.LIMIT, Level.WARNING, "catalogue.read.limitUnknown", limit.note() == null ? "" : limit.note());
        } else if (limit.kind() == TimeLimitPhrase.Kind.WORKDAYS
                && limit.n() != null
                && limit.n() > STATUTORY_WORKING_DAYS
                && !limit.also().contains(TimeLimitPhrase.Also.AS_LAW)) {
            say(Column.LIMIT, Level.WARNING, "catalogue.read.limitTooLong", limit.n());
        }
        return limit;
    }

    private record Channels(Set<Channel> kinds, List<String> texts) {}

    private Channels channels() {
        var group = Ticks.group(text(Column.CHANNEL));
        var kinds = EnumSet.noneOf(Channel.class);
        group.chosen().forEach(name -> kinds.add(Channel.named(name)));
        var printed = new java.util.HashSet<String>();
        long twice = group.all().stream()
                .filter(name -> !printed.add(Plain.tight(name)))
                .count();
        if (group.boxed() && twice > 0) {
            say(Column.CHANNEL, Level.WARNING, "catalogue.read.channelTwice");
        }
        if (kinds.isEmpty() && raw.places().containsKey(Column.CHANNEL)) {
            say(Column.CHANNEL, Level.WARNING, "catalogue.read.noChannel");
        } else if (group.boxed() && !kinds.contains(Channel.WEBSITE)) {
            say(Column.CHANNEL, Level.HINT, "catalogue.read.noWebsite");
        }
        return new Channels(kinds, group.chosen());
    }

    private record Reached(Audience kind, String text) {}

    private Reached audience() {
        if (raw.places().containsKey(Column.AUDIENCE)) {
            return audienceText(Plain.line(text(Column.AUDIENCE)));
        }
        String group = text(Column.AUDIENCE_GROUP).strip();
        String all = text(Column.AUDIENCE_ALL).strip();
        boolean groupTicked = !group.isEmpty() && !Ticks.isNo(group);
        boolean allTicked = !all.isEmpty() && !Ticks.isNo(all);
        if (groupTicked && !allTicked) {
            return new Reached(Audience.GROUP, Ticks.isYes(group) ? "" : Plain.line(group));
        }
        if (groupTicked) {
            say(Column.AUDIENCE_GROUP, Level.WARNING, "catalogue.read.audienceBoth");
        }
        if (allTicked) {
            return new Reached(Audience.PUBLIC, "");
        }
        say(Column.AUDIENCE_ALL, Level.WARNING, "catalogue.read.audienceUnstated");
        return new Reached(Audience.UNSTATED, "");
    }

    private Reached audienceText(String text) {
        String plain = Plain.tight(text);
        var group = Ticks.group(text);
        String chosen = group.boxed() ? String.join("、", group.chosen()) : text;
        if (plain.isEmpty()) {
            say(Column.AUDIENCE, Level.WARNING, "catalogue.read.audienceUnstated");
            return new Reached(Audience.UNSTATED, "");
        }
        String said = Plain.tight(chosen);
        if (said.contains("全社") || said.contains("社会公众") || said.equals("公众") || said.equals("社会")) {
            return new Reached(Audience.PUBLIC, "");
        }
        return new Reached(
                Audience.GROUP,
                chosen.replaceAll("^特定群[体众](?:[（(]请写明[）)])?[:：]?", "").strip());
    }

    private DisclosureMode mode() {
        boolean proactive;
        boolean request;
        if (raw.places().containsKey(Column.MODE)) {
            var group = Ticks.group(text(Column.MODE));
            String said = Plain.tight(String.join("、", group.chosen()));
            request = said.contains("依申请");
            proactive = said.replace("依申请公开", "").contains("主动") || !request && said.equals("公开");
        } else {
            proactive = ticked(Column.MODE_PROACTIVE);
            request = ticked(Column.MODE_ON_REQUEST);
        }
        if (proactive && request) {
            say(Column.MODE_ON_REQUEST, Level.WARNING, "catalogue.read.modeBoth");
            return DisclosureMode.BOTH;
        }
        if (!proactive && !request) {
            say(Column.MODE_PROACTIVE, Level.WARNING, "catalogue.read.modeUnstated");
            return DisclosureMode.UNSTATED;
        }
        return proactive ? DisclosureMode.PROACTIVE : DisclosureMode.ON_REQUEST;
    }

    private boolean ticked(Column column) {
        String text = text(column).strip();
        return !text.isEmpty() && !Ticks.isNo(text);
    }

    private Set<BodyLevel> levels() {
        var levels = EnumSet.noneOf(BodyLevel.class);
        if (ticked(Column.LEVEL_PROVINCE)) {
            levels.add(BodyLevel.PROVINCE);
        }
        if (ticked(Column.LEVEL_CITY)) {
            levels.add(BodyLevel.CITY);
        }
        if (ticked(Column.LEVEL_COUNTY)) {
            levels.add(BodyLevel.COUNTY);
        }
        if (ticked(Column.LEVEL_TOWN)) {
            levels.add(BodyLevel.TOWN);
        }
        if (ticked(Column.LEVEL_VILLAGE)) {
            levels.add(BodyLevel.VILLAGE);
        }
        if (raw.places().containsKey(Column.LEVEL)) {
            levels.addAll(
                    Levels.in(String.join("、", Ticks.group(text(Column.LEVEL)).chosen())));
        }
        return levels;
    }

    private String text(Column column) {
        return raw.full().getOrDefault(column, "");
    }

    private Map<String, String> original() {
        var original = new LinkedHashMap<String, String>();
        raw.printed().forEach((column, text) -> original.put(column.name(), text));
        return original;
    }

    private void say(Column column, Level level, String key, Object... args) {
        problems.add(new ReadProblem(
                sheet,
                raw.row() + 1,
                raw.places().getOrDefault(column, -1),
                raw.printed().getOrDefault(column, ""),
                level,
                key,
                List.of(args)));
    }
}
