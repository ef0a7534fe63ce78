package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.catalogue.ReadProblem.Level;
import org.gongkai.deadline.TimeLimitPhrase;
import org.gongkai.deadline.TimeLimitPhrase.Kind;
import org.gongkai.deadline.TimeLimitPhrases;

/** 把补全的一行读成带类型的值，并说出每一处可疑。 One complete row into typed values, with every doubt said. */
final class RowParser {

    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:\\d{1,3}(?:[.．]\\d{1,3})+[.、．]?|\\d{1,3}[.、．](?!\\d)|[（(][一二三四五六七八九十\\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．.])\\s*(?=[\\p{IsHan}《“])");

    private final String sheet;
    private final RawRow raw;
    private final String area;
    private final String heading;
    private final List<ReadProblem> problems = new ArrayList<>();

    RowParser(String sheet, RawRow raw, String area, String heading) {
        this.sheet = sheet;
        this.raw = raw;
        this.area = area;
        this.heading = heading;
    }

    List<ReadProblem> problems() {
        return problems;
    }

    Optional<ReadRow> parse() {
        String primary = item(Column.PRIMARY);
        String secondary = item(Column.SECONDARY);
        String tertiary = item(Column.TERTIARY);
        if (secondary.isEmpty()) {
            secondary = tertiary.isEmpty() ? primary : tertiary;
            tertiary = "";
        }
        required(secondary);
        var limit = limit();
        var ticks = new TickColumns(raw, this::say);
        var mode = ticks.mode();
        var channels = channels();
        var audience = ticks.audience();
        var row = new ReadRow(
                sheet,
                raw.row() + 1,
                raw.text(Column.AREA).isBlank() ? area : Plain.line(raw.text(Column.AREA)),
                heading,
                primary,
                secondary,
                tertiary,
                raw.text(Column.CONTENT).strip(),
                raw.text(Column.BASIS).strip(),
                LegalReferences.of(raw.text(Column.BASIS)),
                Plain.line(raw.text(Column.LIMIT)),
                limit,
                Plain.line(raw.text(Column.BODY)),
                channels.kinds(),
                channels.texts(),
                audience.kind(),
                audience.text(),
                mode,
                ticks.levels(),
                Plain.line(raw.text(Column.STAGE)),
                original(),
                stated());
        boolean wrong = problems.stream().anyMatch(problem -> problem.level() == Level.ERROR);
        return wrong ? Optional.empty() : Optional.of(row);
    }

    private void required(String secondary) {
        raw.across().forEach(column -> say(column, Level.WARNING, "catalogue.read.mergedAcross"));
        raw.inherited()
                .forEach(column -> say(
                        column,
                        column == Column.BASIS || column == Column.CHANNEL ? Level.HINT : Level.WARNING,
                        "catalogue.read.inherited",
                        shortened(raw.text(column))));
        if (secondary.isEmpty()) {
            say(Column.SECONDARY, Level.ERROR, "catalogue.read.noItem");
        }
        if (raw.text(Column.BODY).isBlank() && raw.header().has(Column.BODY)) {
            say(Column.BODY, Level.ERROR, "catalogue.read.noBody");
        }
        if (raw.text(Column.CONTENT).isBlank() && raw.header().has(Column.CONTENT)) {
            say(Column.CONTENT, Level.WARNING, "catalogue.read.noContent");
        }
        if (raw.text(Column.BASIS).isBlank() && raw.header().has(Column.BASIS)) {
            say(Column.BASIS, Level.HINT, "catalogue.read.noBasis");
        }
    }

    /** Without the numbering some tables print into the name: 1.1国家层面法规政策; 15分钟生活圈 keeps its number. */
    private String item(Column column) {
        String text = Plain.line(raw.text(column)).replaceAll("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})", "");
        String bare = NUMBERING.matcher(text).replaceFirst("");
        while (!bare.equals(text)) {
            text = bare;
            bare = NUMBERING.matcher(text).replaceFirst("");
        }
        return text;
    }

    private TimeLimitPhrase limit() {
        var limit = TimeLimitPhrases.parse(raw.text(Column.LIMIT));
        if (!raw.header().has(Column.LIMIT)) {
            return limit;
        }
        if (raw.text(Column.LIMIT).isBlank()) {
            say(Column.LIMIT, Level.WARNING, "catalogue.read.noLimit");
        } else if (!limit.confident() || limit.kind() == Kind.UNKNOWN || limit.kind() == Kind.SAME_AS_ABOVE) {
            say(Column.LIMIT, Level.WARNING, "catalogue.read.limitUnknown", limit.note() == null ? "" : limit.note());
        } else {
            LimitCheck.of(limit).ifPresent(doubt -> say(Column.LIMIT, Level.WARNING, doubt.messageKey(), doubt.args()));
        }
        return limit;
    }

    private record Channels(Set<Channel> kinds, List<String> texts) {}

    /** 没有渠道一列、而“公开方式”里写的是渠道的，照渠道读。 */
    private Channels channels() {
        boolean inMode = !raw.header().has(Column.CHANNEL) && TickColumns.namesChannels(raw.text(Column.MODE));
        var group = Ticks.group(raw.text(inMode ? Column.MODE : Column.CHANNEL));
        var kinds = EnumSet.noneOf(Channel.class);
        group.chosen().forEach(name -> kinds.add(Channel.named(name)));
        var printed = new HashSet<String>();
        boolean twice = group.all().stream().anyMatch(name -> !printed.add(Plain.tight(name)));
        if (group.boxed() && twice) {
            say(Column.CHANNEL, Level.WARNING, "catalogue.read.channelTwice");
        }
        if (kinds.isEmpty() && raw.header().has(Column.CHANNEL)) {
            say(Column.CHANNEL, Level.WARNING, "catalogue.read.noChannel");
        } else if (group.boxed() && !kinds.contains(Channel.WEBSITE)) {
            say(Column.CHANNEL, Level.HINT, "catalogue.read.noWebsite");
        }
        return new Channels(kinds, group.chosen());
    }

    private Set<Column> stated() {
        var stated = EnumSet.noneOf(Column.class);
        stated.addAll(raw.header().columns().keySet());
        if (TickColumns.namesChannels(raw.text(Column.MODE)) && !raw.header().has(Column.CHANNEL)) {
            stated.add(Column.CHANNEL);
        }
        return stated;
    }

    private Map<String, String> original() {
        var original = new LinkedHashMap<String, String>();
        raw.printed().forEach((column, text) -> original.put(column.name(), text));
        original.putAll(raw.others());
        return original;
    }

    private static String shortened(String text) {
        String line = Plain.line(text);
        return line.length() > 30 ? line.substring(0, 30) + "…" : line;
    }

    private void say(Column column, Level level, String key, Object... args) {
        problems.add(new ReadProblem(
                sheet,
                raw.row() + 1,
                raw.header().columns().getOrDefault(column, -1),
                raw.printed().getOrDefault(column, ""),
                level,
                key,
                List.of(args)));
    }
}
