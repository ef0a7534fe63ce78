package org.gongkai.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 读别处填好的年报表格：CSV、Excel、网页表格，或者 JSON；格式由行认出。
 *
 * <p>Reads filled tables from CSV, workbooks, HTML or JSON. The form is recognised by its rows unless it is given.
 */
@Component
public class TablesReader {

    private static final Pattern TITLE =
            Pattern.compile("([\\p{IsHan}·（）()]{2,40}?)?(20[1-4]\\d)年?度?政府信息公开(?:工作)?年度?报告");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20[1-4]\\d)(?!\\d)");

    private final JsonMapper json;

    TablesReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * 读一份。
     *
     * @param fileName 文件名，认年份和格式时用
     * @param form 指明的格式；没有指明的由行认出
     * @throws Refused 不是表格、不是 JSON，或者一行年报的行也没有 nothing of the report in it
     */
    public ReadTables read(String fileName, byte[] bytes, @Nullable ReportForm form) {
        return isJson(bytes) ? json(fileName, bytes, form) : grids(fileName, bytes, form);
    }

    private ReadTables grids(String fileName, byte[] bytes, @Nullable ReportForm form) {
        CellCollector collector = new CellCollector();
        List<Grid> grids = sheets(fileName, bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        grids.forEach(grid -> GridTables.read(grid, collector));
        if (!collector.has("A") && !collector.has("C7") && RunTogether.looksLike(text)) {
            RunTogether.read(text, "", collector);
        }
        About about = about(fileName, grids);
        return checked(collector).collect(form, about.year(), about.body());
    }

    private static List<Grid> sheets(String fileName, byte[] bytes) {
        try {
            return TableFile.read(fileName, bytes).sheets();
        } catch (Refused refused) {
            throw Refused.unreadable(
                    refused.refusal().messageKey(), refused.refusal().args().toArray());
        }
    }

    private ReadTables json(String fileName, byte[] bytes, @Nullable ReportForm form) {
        JsonNode root;
        try {
            root = json.readTree(bytes);
        } catch (JacksonException e) {
            throw Refused.unreadable("report.check.notJson");
        }
        CellCollector collector = new CellCollector();
        JsonTables.read(root, collector);
        Integer year = first(root, "year", "年份", "年度")
                .flatMap(TablesReader::year)
                .orElseGet(() -> year(fileName).orElse(null));
        String body = first(root, "body", "organisation", "org", "单位", "机关").orElse("");
        Optional<ReportForm> said = first(root, "form", "format", "格式").flatMap(TablesReader::form);
        return checked(collector).collect(form == null ? said.orElse(null) : form, year, body);
    }

    private static CellCollector checked(CellCollector collector) {
        if (collector.isEmpty()) {
            throw Refused.unreadable("report.check.noRows");
        }
        return collector;
    }

    private static Optional<ReportForm> form(String text) {
        return YEAR.matcher(text)
                .results()
                .flatMap(found -> ReportForm.of(found.group(1)).stream())
                .findFirst();
    }

    private static Optional<String> first(JsonNode root, String... keys) {
        for (String key : keys) {
            JsonNode node = root.path(key);
            if (node.isValueNode() && !node.isNull() && !node.asString("").isBlank()) {
                return Optional.of(node.asString("").strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> year(String text) {
        Matcher year = YEAR.matcher(text);
        return year.find() ? Optional.of(Integer.valueOf(year.group(1))) : Optional.empty();
    }

    private record About(@Nullable Integer year, String body) {}

    /** 标题里写的年份和机关。 */
    private static About about(String fileName, List<Grid> grids) {
        for (Grid grid : grids) {
            for (int row = 0; row < Math.min(grid.rowCount(), 10); row++) {
                for (int column = 0; column < Math.min(grid.columnCount(), 12); column++) {
                    Matcher title =
                            TITLE.matcher(RowNames.bare(grid.cell(row, column).text()));
                    if (title.find()) {
                        return new About(Integer.valueOf(title.group(2)), title.group(1) == null ? "" : title.group(1));
                    }
                }
            }
        }
        return new About(year(fileName).orElse(null), "");
    }

    /** 第一个看得见的字符是括号。 */
    private static boolean isJson(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '{' || b == '[') {
                return true;
            }
            if (!(b == ' '
                    || b == '\n'
                    || b == '\r'
                    || b == '\t'
                    || (b & 0xff) == 0xef
                    || (b & 0xff) == 0xbb
                    || (b & 0xff) == 0xbf)) {
                return false;
            }
        }
        return false;
    }
}
