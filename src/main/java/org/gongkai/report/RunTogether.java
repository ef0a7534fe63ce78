package org.gongkai.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * 从网页上整段复制下来的表：数字连成一串，要按“各列之和等于总计”分开；分法不止一种时再看各列平不平，还不止一种就不猜。
 *
 * <p>A table copied from a web page as running text, its figures run together. They are parted so that each row adds up; where several
 * partings do, the sums of the columns decide, and where they do not either, nothing is guessed.
 */
final class RunTogether {

    private static final Pattern NAMES = Pattern.compile("(?:[（(][一二三四五六七][）)]|[1-8][.．、]|[一二三四]、)?"
            + "(?<name>本年度?新收政府信息公开申请数量|上年度?结转政府信息公开申请数量|(?<!不)予以公开|部分公开（[^）]{0,60}）|部分公开\\([^)]{0,60}\\)|部分公开"
            + "|属于国家秘密|其他法律行政法规禁止公开|危及.?三安全一稳定.?|保护第三方合法权益|属于三类内部事务信息|属于四类过程性信息|属于行政执法案卷|属于行政查询事项"
            + "|本机关不掌握相关政府信息|没有现成信息需要另行制作|补正后申请内容仍不明确|信访举报投诉类申请|重复申请|要求提供公开出版物|无正当理由大量反复申请"
            + "|要求行政机关确认或重新出具已获取信息|申请人无正当理由逾期不补正[^0-9]{0,60}?政府信息公开申请|申请人逾期未按收费通知要求缴纳费用[^0-9]{0,60}?政府信息公开申请"
            + "|其他处理|(?<=[1-9][.．、])其他|总计|结转下年度继续办理)");
    private static final int MOST = 400;
    private static final long MOST_COMBINATIONS = 50_000;
    private static final int LONGEST_REMEDIES = 45;

    private RunTogether() {}

    static boolean looksLike(String text) {
        Matcher names = NAMES.matcher(text);
        int found = 0;
        while (names.find()) {
            found++;
        }
        return found >= 15;
    }

    static void read(String text, String remedies, CellCollector collector) {
        Map<String, String> digits = new LinkedHashMap<>();
        String flat = text.replaceAll("[\\s\\p{Z}]+", "");
        Matcher names = NAMES.matcher(flat);
        int end = -1;
        String row = "";
        while (names.find()) {
            if (end >= 0) {
                put(digits, row, flat.substring(end, names.start()));
            }
            row = RowNames.row(List.of(names.group("name")), List.of()).orElse("");
            end = names.end();
        }
        if (end >= 0) {
            Matcher tail = Pattern.compile("^\\d*").matcher(flat.substring(end));
            put(digits, row, tail.find() ? tail.group() : "");
        }
        part(digits).forEach((code, figures) -> {
            if (figures.isEmpty()) {
                collector.problem(new UnreadCell(
                        null, "", code + " " + digits.getOrDefault(code, ""), UnreadCell.Kind.RUN_TOGETHER, null));
            }
            collector.row(
                    code,
                    figures.stream()
                            .map(figure -> new CellCollector.Written(figure, ""))
                            .toList());
        });
        remedies(remedies.replaceAll("\\D", ""), collector);
    }

    private static void put(Map<String, String> digits, String row, String between) {
        String run = between.replaceAll("\\D", "");
        if (!row.isEmpty() && !(row.equals("C6") && run.isEmpty())) {
            digits.putIfAbsent(row, run);
        }
    }

    /** 每行一种分法；分不开的行是空的。 */
    private static Map<String, List<String>> part(Map<String, String> digits) {
        Map<String, List<List<String>>> ways = new LinkedHashMap<>();
        digits.forEach((row, run) -> ways.put(row, partings(run, 7)));
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        ways.forEach((row, some) -> chosen.put(row, some.size() == 1 ? some.getFirst() : List.of()));
        List<String> open = new ArrayList<>();
        long combinations = 1;
        for (var one : ways.entrySet()) {
            if (one.getValue().size() > 1) {
                open.add(one.getKey());
                combinations = Math.min(combinations * one.getValue().size(), MOST_COMBINATIONS + 1);
            }
        }
        if (!open.isEmpty() && combinations <= MOST_COMBINATIONS) {
            List<Map<String, List<String>>> balanced = new ArrayList<>();
            choose(open, ways, chosen, balanced);
            if (balanced.size() == 1) {
                return balanced.getFirst();
            }
        }
        return chosen;
    }

    /** 逐行试每一种分法，留下使各列都平的。 */
    private static void choose(
            List<String> open,
            Map<String, List<List<String>>> ways,
            Map<String, List<String>> chosen,
            List<Map<String, List<String>>> balanced) {
        if (open.isEmpty()) {
            if (isBalanced(chosen)) {
                balanced.add(chosen);
            }
            return;
        }
        for (List<String> way : ways.getOrDefault(open.getFirst(), List.of())) {
            Map<String, List<String>> tried = new LinkedHashMap<>(chosen);
            tried.put(open.getFirst(), way);
            choose(open.subList(1, open.size()), ways, tried, balanced);
        }
    }

    private static boolean isBalanced(Map<String, List<String>> rows) {
        for (int column = 0; column < 7; column++) {
            int at = column;
            long results = rows.entrySet().stream()
                    .filter(row -> row.getKey().startsWith("C") && !row.getKey().equals("C7"))
                    .mapToLong(row -> value(row.getValue(), at))
                    .sum();
            long total = value(rows.getOrDefault("C7", List.of()), at);
            long in = value(rows.getOrDefault("A", List.of()), at) + value(rows.getOrDefault("B", List.of()), at);
            if (results != total || in != total + value(rows.getOrDefault("D", List.of()), at)) {
                return false;
            }
        }
        return true;
    }

    private static long value(List<String> row, int column) {
        return column < row.size() ? Long.parseLong(row.get(column)) : 0;
    }

    /** 把一串数字分成几个数、前面的加起来等于最后一个的全部分法。 */
    static List<List<String>> partings(String run, int count) {
        List<List<String>> found = new ArrayList<>();
        if (run.length() >= count && run.length() <= 60) {
            extend(run, 0, 0, count, new ArrayList<>(), found);
        }
        return found;
    }

    private static void extend(String run, int from, long sum, int left, List<String> parts, List<List<String>> found) {
        if (found.size() > MOST) {
            return;
        }
        if (left == 1) {
            String last = run.substring(from);
            if (last.length() <= 12 && isNumber(last) && Long.parseLong(last) == sum) {
                List<String> whole = new ArrayList<>(parts);
                whole.add(last);
                found.add(whole);
            }
            return;
        }
        int longest = Math.min(12, run.length() - from - left + 1);
        for (int length = 1; length <= longest; length++) {
            String part = run.substring(from, from + length);
            if (!isNumber(part)) {
                break;
            }
            parts.add(part);
            extend(run, from + length, sum + Long.parseLong(part), left - 1, parts, found);
            parts.removeLast();
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && (text.length() == 1 || text.charAt(0) != '0');
    }

    /** 十五个数分三组，每组前四个加起来等于第五个；只有一种分法才算。 */
    private static void remedies(String run, CellCollector collector) {
        if (run.isEmpty() || run.length() > LONGEST_REMEDIES) {
            return;
        }
        List<List<String>> all = new ArrayList<>();
        for (int one = 5; one <= run.length() - 10; one++) {
            for (int two = one + 5; two <= run.length() - 5; two++) {
                for (var first : partings(run.substring(0, one), 5)) {
                    for (var second : partings(run.substring(one, two), 5)) {
                        for (var third : partings(run.substring(two), 5)) {
                            List<String> whole = new ArrayList<>(first);
                            whole.addAll(second);
                            whole.addAll(third);
                            all.add(whole);
                        }
                    }
                }
            }
        }
        if (all.size() != 1) {
            collector.problem(new UnreadCell(null, "", "T4 " + run, UnreadCell.Kind.RUN_TOGETHER, null));
            return;
        }
        for (int block = 0; block < 3; block++) {
            collector.row(
                    "T4." + (block + 1),
                    LongStream.range(5L * block, 5L * block + 5)
                            .mapToObj(i ->
                                    new CellCollector.Written(all.getFirst().get((int) i), ""))
                            .toList());
        }
    }
}
