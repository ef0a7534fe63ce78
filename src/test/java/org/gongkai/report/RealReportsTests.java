package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.SharedData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("真实的年报：哪一份的哪条勾稽关系不平（../shared/data/annual_reports）")
class RealReportsTests {

    private final JsonMapper json = JsonMapper.builder().build();
    private final TablesReader reader = new TablesReader(json);

    private static Map<String, String[]> index() throws IOException {
        Map<String, String[]> index = new LinkedHashMap<>();
        Files.readAllLines(SharedData.need("annual_reports/index.csv")).stream()
                .skip(1)
                .forEach(line -> {
                    String[] cells = line.split(",", 7);
                    index.put(cells[0], cells);
                });
        return index;
    }

    private ReadTables read(String report) throws IOException {
        return reader.read(
                report + ".csv", Files.readAllBytes(SharedData.need("annual_reports/" + report + ".csv")), null);
    }

    private static List<String> said(ReadTables read) {
        return CrossFooting.check(read.tables()).stream()
                .map(one -> one.rule() + " " + one.of().getFirst().replaceFirst("report\\.(row|column)\\.", "") + " "
                        + one.left() + "≠" + one.right())
                .toList();
    }

    @Test
    @DisplayName("十二份逐份：格式认得对，不平的正是说明里写的那两份")
    void each_report_breaks_exactly_what_it_breaks() throws IOException {
        Map<String, List<String>> broken = new LinkedHashMap<>();
        for (var report : index().entrySet()) {
            ReadTables read = read(report.getKey());
            assertThat(read.tables().form().code()).as(report.getKey()).isEqualTo(report.getValue()[3].substring(0, 4));
            assertThat(read.year()).isEqualTo(Integer.valueOf(report.getValue()[2]));
            assertThat(read.found()).contains(ReportTable.APPLICATIONS, ReportTable.REMEDIES);
            List<String> said = said(read);
            if (!said.isEmpty()) {
                broken.put(report.getKey(), said);
            }
        }

        assertThat(broken).containsOnlyKeys("pt2020", "shoffice2019");
        assertThat(broken.get("pt2020")).containsExactly("R-ANN-23-2 c1 26≠20", "R-ANN-23-2 c7 27≠21");
        assertThat(broken.get("shoffice2019"))
                .containsExactly(
                        "R-ANN-23-3 C1 272≠null",
                        "R-ANN-23-3 C2 3≠null",
                        "R-ANN-23-3 C3.1 14≠null",
                        "R-ANN-23-3 C3.5 5≠null",
                        "R-ANN-23-3 C3.6 4≠null",
                        "R-ANN-23-3 C3.8 12≠null",
                        "R-ANN-23-3 C4.1 265≠null",
                        "R-ANN-23-3 C4.2 47≠null",
                        "R-ANN-23-3 C4.3 25≠null",
                        "R-ANN-23-3 C5.1 149≠null",
                        "R-ANN-23-3 C5.2 9≠null");
    }

    @Test
    @DisplayName("除了上海那一份大片空着，别的没有一格读不出")
    void only_one_report_leaves_cells_blank() throws IOException {
        for (String report : index().keySet()) {
            List<UnreadCell> unread = read(report).unread();
            if (report.equals("shoffice2019")) {
                assertThat(unread).hasSizeGreaterThan(100).allMatch(one -> one.kind() == UnreadCell.Kind.BLANK);
            } else {
                assertThat(unread).as(report).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("同一机构连着两年的六对：上年结转都与上一年的结转下年度相等，也跨得过两种格式")
    void carry_over_between_the_years() throws IOException {
        Map<String, List<String>> broken = new LinkedHashMap<>();
        List<String> years = new ArrayList<>(index().keySet());
        for (String report : years) {
            String before = report.replaceAll("\\d{4}$", "") + (Integer.parseInt(report.replaceAll("\\D", "")) - 1);
            if (years.contains(before)) {
                broken.put(
                        report,
                        CrossFooting.carriedOver(
                                        read(before).tables(), read(report).tables())
                                .stream()
                                .map(one -> one.of().getFirst().replaceFirst("report.column.", "") + " " + one.left()
                                        + "≠" + one.right())
                                .toList());
            }
        }
        assertThat(broken).containsOnlyKeys("pt2020", "pt2021", "pt2022", "pt2023", "pt2024", "office2022");
        assertThat(broken.values()).allMatch(List::isEmpty);
    }

    @Test
    @DisplayName("数字连写的同样十二份：十一份都与表格一致；上海那份空格丢了，不算")
    void run_together_figures_come_apart() throws IOException {
        index();
        int whole = 0;
        for (String line : Files.readAllLines(SharedData.need("annual_reports/flattened.jsonl"))) {
            JsonNode node = json.readTree(line);
            String id = node.path("id").asString("");
            if (id.equals("shoffice2019")) {
                continue; // its blank cells are lost for good
            }
            ReadTables flat = reader.read(id + ".json", line.getBytes(StandardCharsets.UTF_8), null);
            FilledTables table = read(id).tables();
            flat.tables()
                    .figures()
                    .forEach((cell, figure) ->
                            assertThat(table.at(cell)).as(id + " " + cell).contains(figure));
            if (flat.tables().equals(table)) {
                whole++;
            } else {
                assertThat(flat.unread()).as(id).isNotEmpty();
            }
        }
        assertThat(whole).isEqualTo(11);
    }
}
