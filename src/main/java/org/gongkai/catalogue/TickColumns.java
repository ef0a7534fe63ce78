package org.gongkai.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.catalogue.ReadProblem.Level;
import org.gongkai.organisation.BodyLevel;

/** 打勾的几列：公开对象、公开方式、公开层级；分列的、合成一列写字的都读。 Audience, mode and levels, ticked or written out. */
final class TickColumns {

    private static final Map<Column, List<BodyLevel>> LEVELS = Map.of(
            Column.LEVEL_PROVINCE, List.of(BodyLevel.PROVINCE),
            Column.LEVEL_CITY, List.of(BodyLevel.CITY),
            Column.LEVEL_COUNTY, List.of(BodyLevel.COUNTY),
            Column.LEVEL_TOWN, List.of(BodyLevel.TOWN),
            Column.LEVEL_TOWN_VILLAGE, List.of(BodyLevel.TOWN, BodyLevel.VILLAGE),
            Column.LEVEL_VILLAGE, List.of(BodyLevel.VILLAGE));

    /** Where a doubt is said. */
    @FunctionalInterface
    interface Doubts {
        void say(Column column, Level level, String key, Object... args);
    }

    /** 公开对象。 */
    record Reached(Audience kind, String text) {}

    private final RawRow raw;
    private final Doubts doubts;

    TickColumns(RawRow raw, Doubts doubts) {
        this.raw = raw;
        this.doubts = doubts;
    }

    Reached audience() {
        if (has(Column.AUDIENCE)) {
            return written(Plain.line(raw.text(Column.AUDIENCE)));
        }
        if (!has(Column.AUDIENCE_ALL) && !has(Column.AUDIENCE_GROUP)) {
            return new Reached(Audience.UNSTATED, "");
        }
        boolean all = ticked(Column.AUDIENCE_ALL, Column.AUDIENCE_GROUP);
        boolean group = ticked(Column.AUDIENCE_GROUP, Column.AUDIENCE_ALL);
        if (group && !all) {
            return new Reached(Audience.GROUP, groupText(raw.text(Column.AUDIENCE_GROUP)));
        }
        if (group) {
            doubts.say(Column.AUDIENCE_GROUP, Level.WARNING, "catalogue.read.audienceBoth");
        }
        if (all) {
            return new Reached(Audience.PUBLIC, "");
        }
        doubts.say(Column.AUDIENCE_ALL, Level.WARNING, "catalogue.read.audienceUnstated");
        return new Reached(Audience.UNSTATED, "");
    }

    private static String groupText(String cell) {
        return Ticks.isYes(cell.strip()) || Ticks.isCircle(cell)
                ? ""
                : Plain.line(cell).replaceAll("^[√✓✔■☑]\\s*", "").strip();
    }

    private Reached written(String text) {
        var group = Ticks.group(text);
        String chosen = group.boxed() ? String.join("、", group.chosen()) : text;
        String said = Plain.tight(chosen);
        if (said.isEmpty()) {
            doubts.say(Column.AUDIENCE, Level.WARNING, "catalogue.read.audienceUnstated");
            return new Reached(Audience.UNSTATED, "");
        }
        if (said.contains("全社")
                || said.contains("社会公众")
                || said.equals("公众")
                || said.equals("社会")
                || Ticks.isYes(said)) {
            return new Reached(Audience.PUBLIC, "");
        }
        return new Reached(
                Audience.GROUP,
                chosen.replaceAll("^特定(?:群[体众]|人群|对象)(?:[（(]请写明[）)])?[:：]?", "").strip());
    }

    DisclosureMode mode() {
        if (!has(Column.MODE) && !has(Column.MODE_PROACTIVE) && !has(Column.MODE_ON_REQUEST)) {
            return DisclosureMode.UNSTATED;
        }
        boolean proactive;
        boolean request;
        if (has(Column.MODE)) {
            String said = Plain.tight(
                    String.join("、", Ticks.group(raw.text(Column.MODE)).chosen()));
            request = said.contains("依申请");
            proactive =
                    said.replace("依申请公开", "").contains("主动") || !request && (said.equals("公开") || Ticks.isYes(said));
        } else {
            proactive = ticked(Column.MODE_PROACTIVE, Column.MODE_ON_REQUEST);
            request = ticked(Column.MODE_ON_REQUEST, Column.MODE_PROACTIVE);
        }
        if (proactive && request) {
            doubts.say(Column.MODE_ON_REQUEST, Level.WARNING, "catalogue.read.modeBoth");
            return DisclosureMode.BOTH;
        }
        if (!proactive && !request) {
            doubts.say(
                    has(Column.MODE) ? Column.MODE : Column.MODE_PROACTIVE,
                    Level.WARNING,
                    "catalogue.read.modeUnstated");
            return DisclosureMode.UNSTATED;
        }
        return proactive ? DisclosureMode.PROACTIVE : DisclosureMode.ON_REQUEST;
    }

    /** “公开方式”一格里写的是渠道：政府网站、公示栏……而没有主动或依申请。 */
    static boolean namesChannels(String mode) {
        String said = Plain.tight(mode);
        return !said.isEmpty() && !said.contains("主动") && !said.contains("申请") && Channel.named(said) != Channel.OTHER;
    }

    Set<BodyLevel> levels() {
        var levels = EnumSet.noneOf(BodyLevel.class);
        LEVELS.forEach((column, reached) -> {
            if (ticked(column, column)) {
                levels.addAll(reached);
            }
        });
        if (has(Column.LEVEL)) {
            levels.addAll(Levels.in(
                    String.join("、", Ticks.group(raw.text(Column.LEVEL)).chosen())));
        }
        return levels;
    }

    /** 打了勾、写了字的都算；圈只在另一栏空着时算。 */
    private boolean ticked(Column column, Column other) {
        String text = raw.text(column).strip();
        if (text.isEmpty()) {
            return false;
        }
        return !Ticks.isNo(text) || Ticks.isCircle(text) && raw.text(other).isBlank();
    }

    private boolean has(Column column) {
        return raw.header().has(column);
    }
}
