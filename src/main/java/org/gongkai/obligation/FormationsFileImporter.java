package org.gongkai.obligation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.identity.Duty;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.imports.spi.Importer;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 导入信息形成：表格，或者一行一个 JSON；一批一个事务，预览时同样办一遍再撤销。 Tables or JSON Lines; a dry run is undone. */
@Component
class FormationsFileImporter implements Importer {

    private static final int BATCH = 1_000;
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?");
    private static final List<String> FIELDS = List.of("externalId", "body", "item", "formedOn", "title");
    private static final Map<String, String> HEADS = Map.ofEntries(
            Map.entry("externalid", "externalId"),
            Map.entry("编号", "externalId"),
            Map.entry("body", "body"),
            Map.entry("机构", "body"),
            Map.entry("单位", "body"),
            Map.entry("公开主体", "body"),
            Map.entry("item", "item"),
            Map.entry("事项", "item"),
            Map.entry("公开事项", "item"),
            Map.entry("formedon", "formedOn"),
            Map.entry("形成日期", "formedOn"),
            Map.entry("成文日期", "formedOn"),
            Map.entry("title", "title"),
            Map.entry("标题", "title"),
            Map.entry("名称", "title"));

    private final ObligationDesk desk;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    private final Reactions reactions;

    FormationsFileImporter(
            ObligationDesk desk, PlatformTransactionManager transactions, JsonMapper json, Reactions reactions) {
        this.reactions = reactions;
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
    }

    @Override
    public String kind() {
        return "formations";
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.OFFICE, Duty.LIAISON);
    }

    @Override
    public void run(Upload upload, Report report) {
        reactions.catchUp();
        var reading = new Reading(upload, report);
        try {
            if (isLines(upload)) {
                jsonLines(upload, reading);
            } else {
                table(upload, reading);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reading.put();
    }

    /** 第一个看得见的字符是左花括号。 */
    private static boolean isLines(Upload upload) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(upload.file(), StandardCharsets.ISO_8859_1)) {
            int first = reader.read();
            while (first == 0xEF || first == 0xBB || first == 0xBF || (first >= 0 && Character.isWhitespace(first))) {
                first = reader.read();
            }
            return first == '{';
        }
    }

    private void jsonLines(Upload upload, Reading reading) throws IOException {
        Charset charset = isUtf8(upload.file()) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        try (var in = new InputStreamReader(Files.newInputStream(upload.file()), charset);
                var reader = new BufferedReader(in)) {
            long row = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                row++;
                String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) {
                    line(row, text, reading);
                }
            }
        }
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] some = new char[8_192];
            int read = reader.read(some);
            while (read >= 0) {
                read = reader.read(some);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void line(long row, String text, Reading reading) {
        try {
            JsonNode node = json.readTree(text);
            if (node.isObject()) {
                Map<String, String> values = new HashMap<>();
                FIELDS.forEach(field -> values.put(field, node.path(field).asString("")));
                reading.add(row, values);
                return;
            }
        } catch (JacksonException e) {
            // said below
        }
        reading.reject(row, "", text.substring(0, Math.min(text.length(), 80)), "obligation.import.unreadable");
    }

    private static void table(Upload upload, Reading reading) throws IOException {
        boolean any = false;
        for (Grid grid : TableFile.read(upload.fileName(), Files.readAllBytes(upload.file()))
                .sheets()) {
            Map<Integer, String> columns = Map.of();
            for (int row = 0; row < grid.rowCount(); row++) {
                if (columns.isEmpty()) {
                    columns = head(grid, row);
                    any |= !columns.isEmpty();
                } else if (!grid.isBlankRow(row)) {
                    Map<String, String> values = new HashMap<>();
                    for (var column : columns.entrySet()) {
                        values.put(
                                column.getValue(),
                                grid.cell(row, column.getKey()).text());
                    }
                    reading.add(row + 1L, values);
                }
            }
        }
        if (!any) {
            throw new Refused(Refusal.of("obligation.import.noHeader"));
        }
    }

    private static Map<Integer, String> head(Grid grid, int row) {
        Map<Integer, String> columns = new HashMap<>();
        for (int column = 0; column < grid.columnCount(); column++) {
            String field = HEADS.get(grid.cell(row, column).text().strip().toLowerCase(Locale.ROOT));
            if (field != null) {
                columns.put(column, field);
            }
        }
        return columns.size() >= 3 ? columns : Map.of();
    }

    /** 2026-09-24、2026/9/24、2026.9.24、2026年9月24日。 */
    private static LocalDate day(String text) {
        var match = DAY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!match.matches()) {
            throw new DateTimeException(text);
        }
        return LocalDate.of(
                Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
    }

    /** 读着的一批。 */
    private final class Reading {

        private final Upload upload;
        private final Report report;
        private final List<Formation> batch = new ArrayList<>();
        private final List<Long> rows = new ArrayList<>();
        private final Map<Object, Long> seen = new HashMap<>();
        private long done;

        Reading(Upload upload, Report report) {
            this.upload = upload;
            this.report = report;
        }

        void add(long row, Map<String, String> values) {
            for (String field : List.of("body", "item", "formedOn", "title")) {
                if (values.getOrDefault(field, "").isBlank()) {
                    reject(row, field, "", "obligation.missing", field);
                    return;
                }
            }
            String day = values.getOrDefault("formedOn", "").strip();
            try {
                LocalDate formedOn = day(day);
                done++;
                String externalId = values.getOrDefault("externalId", "").strip();
                batch.add(new Formation(
                        externalId.isEmpty() ? null : externalId,
                        values.getOrDefault("body", ""),
                        values.getOrDefault("item", ""),
                        formedOn,
                        values.getOrDefault("title", "")));
                rows.add(row);
            } catch (DateTimeException e) {
                reject(row, "formedOn", day, "obligation.dateUnreadable", "formedOn", day);
            }
            if (batch.size() == BATCH) {
                put();
            }
        }

        void reject(long row, String column, String value, String key, Object... args) {
            report.problem("", row, column, value, Level.ERROR, key, args);
            report.counted(0, 0, 0, 1);
            done++;
        }

        void put() {
            if (batch.isEmpty()) {
                return;
            }
            List<FormationOutcome> outcomes = transaction.execute(status -> {
                var results = desk.importFormations(batch, rows, seen);
                if (upload.dryRun()) {
                    status.setRollbackOnly();
                }
                return results;
            });
            for (int i = 0; outcomes != null && i < outcomes.size(); i++) {
                tell(rows.get(i), batch.get(i), outcomes.get(i));
            }
            report.progress(done, 0);
            batch.clear();
            rows.clear();
        }

        private void tell(long row, Formation line, FormationOutcome outcome) {
            switch (outcome.result()) {
                case ADDED -> report.counted(1, 0, 0, 0);
                case CHANGED -> report.counted(0, 1, 0, 0);
                case UNCHANGED -> report.counted(0, 0, 1, 0);
                case REJECTED -> report.counted(0, 0, 0, 1);
            }
            var problem = outcome.problem();
            if (problem != null) {
                String column = column(problem.messageKey());
                report.problem(
                        "",
                        row,
                        column,
                        value(line, column),
                        Level.ERROR,
                        problem.messageKey(),
                        problem.args().toArray());
            } else {
                report.row(Map.of(
                        "row", row,
                        "change", outcome.result(),
                        "name", name(line),
                        "body", line.body(),
                        "item", line.item(),
                        "formedOn", line.formedOn().toString(),
                        "title", line.title()));
            }
        }

        private static String name(Formation line) {
            String what = line.title().isBlank() ? line.item() : line.title();
            return String.join(" · ", what, line.body(), line.formedOn().toString());
        }

        /** 问题在哪一列。 */
        private static String column(String problem) {
            return switch (problem) {
                case "obligation.bodyAmbiguous", "obligation.notYourBody", "obligation.bodyUnknown" -> "body";
                case "obligation.formedOnOutOfRange" -> "formedOn";
                case "obligation.titleNeeded" -> "title";
                case "obligation.twiceInFile" -> "externalId";
                default -> "item";
            };
        }

        private static String value(Formation line, String column) {
            return switch (column) {
                case "body" -> line.body();
                case "formedOn" -> line.formedOn().toString();
                case "title" -> line.title();
                case "externalId" -> String.valueOf(line.externalId());
                default -> line.item();
            };
        }
    }
}
