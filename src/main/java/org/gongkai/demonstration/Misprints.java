package org.gongkai.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * 埋在文件里的错字：日期不存在、单位写错、事项写错、缺标题、少半行。
 *
 * <p>Plants misprints in lines of a {@code formations} file, one kind after the other, and remembers where: an import must reject
 * exactly these lines and take all others.
 *
 * @param lines 埋过的各行
 * @param rows 埋在哪几行，从 1 起
 */
public record Misprints(List<String> lines, Set<Long> rows) {

    private static final double SHARE = 0.04;

    /** 一行至多一处，每份文件至少一处。 */
    public static Misprints plant(List<String> lines, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> planted = new ArrayList<>();
        Set<Long> rows = new TreeSet<>();
        int sure = lines.isEmpty() ? 0 : random.nextInt(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            boolean here = i == sure || random.nextDouble() < SHARE;
            planted.add(here ? misprint(lines.get(i), rows.size()) : lines.get(i));
            if (here) {
                rows.add(i + 1L);
            }
        }
        return new Misprints(planted, rows);
    }

    private static String misprint(String line, int kind) {
        return switch (kind % 5) {
            case 0 -> line.replaceFirst("\"formedOn\":\"[^\"]*\"", "\"formedOn\":\"2025-02-30\"");
            case 1 -> line.replaceFirst("\"body\":\"[^\"]*\"", "\"body\":\"澄胡区民证局\"");
            case 2 -> line.replaceFirst("\"item\":\"[^\"/]*/", "\"item\":\"社会就助/");
            case 3 -> line.replaceFirst("\"title\":\"(?:[^\"\\\\]|\\\\.)*\"", "\"title\":\"\"");
            default -> line.substring(0, line.length() / 2);
        };
    }
}
