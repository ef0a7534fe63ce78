package org.gongkai.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.Grid;
import org.gongkai.imports.TableFile;
import org.gongkai.imports.spi.Importer;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * 导入标准目录。网页上传的进入草案，由两个人审核、审定；接口令牌导入的直接审定生效，留痕写明由令牌办理。
 *
 * <p>Parameters: {@code area}, {@code body} (the issuing body), {@code reason}, {@code adopt=false} to leave a draft,
 * {@code effectiveFrom} (today unless given).
 */
@Component
class CatalogueImporter implements Importer {

    /** 公开的版次上写着调整的理由，文件名不是理由。 Printed on the public versions; a file name is no reason. */
    private static final String NO_REASON = "按导入的目录文件更新，没有另写理由";

    private final CatalogueIntake intake;
    private final CatalogueDesk desk;
    private final Catalogues catalogues;
    private final JsonMapper json;
    private final CurrentActor current;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CatalogueImporter(
            CatalogueIntake intake,
            CatalogueDesk desk,
            Catalogues catalogues,
            JsonMapper json,
            CurrentActor current,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.intake = intake;
        this.desk = desk;
        this.catalogues = catalogues;
        this.json = json;
        this.current = current;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "catalogue";
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.OFFICE, Duty.LIAISON);
    }

    /** 表格，或者我们自己的 JSON。 */
    @Override
    public TableFile table(String fileName, byte[] bytes) {
        return CatalogueJson.looksLike(bytes) ? CatalogueJson.table(fileName, bytes) : TableFile.read(fileName, bytes);
    }

    /** 有认不出的公开主体，去一个屏幕上问一次。 */
    @Override
    public Optional<String> followUp(long run, List<String> rows) {
        var bodies = rows.stream()
                .map(row -> json.readTree(row).path("body").asString(""))
                .filter(phrase -> !phrase.isBlank())
                .toList();
        return catalogues.unresolved(bodies).isEmpty()
                ? Optional.empty()
                : Optional.of("/desk/catalogue/bodies?run=" + run);
    }

    @Override
    public void run(Upload upload, Report report) {
        var file = read(upload);
        report.progress(0, file.sheets().stream().mapToInt(Grid::rowCount).sum());
        file.notes()
                .forEach(note -> report.problem(
                        "",
                        0,
                        "",
                        "",
                        Level.HINT,
                        note.messageKey(),
                        note.args().toArray()));
        String reason = upload.parameter("reason").isBlank() ? NO_REASON : upload.parameter("reason");
        var preview = upload.dryRun()
                ? intake.preview(file, upload.parameter("area"), upload.parameter("body"))
                : apply(file, upload, reason);
        tell(preview, report);
    }

    /** 导入、审核、审定要么都成，要么都不成。 */
    private ImportPreview apply(TableFile file, Upload upload, String reason) {
        boolean atOnce = current.get().isMachine() && !upload.parameter("adopt").equals("false");
        var from = effectiveFrom(upload.parameter("effectiveFrom"));
        return Objects.requireNonNull(transaction.execute(_ -> {
            String area = upload.parameter("area");
            String body = upload.parameter("body");
            var applied = atOnce ? intake.applyAlone(file, area, body, reason) : intake.apply(file, area, body, reason);
            if (applied.version() != 0 && atOnce) {
                desk.review(applied.version());
                desk.adopt(applied.version(), from);
            }
            return applied.preview();
        }));
    }

    /** 早已施行的目录搬进来时写明自哪一天起；不写是今天。 */
    private LocalDate effectiveFrom(String text) {
        try {
            return text.isBlank() ? LocalDate.now(clock) : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refused(Refusal.of("catalogue.dateUnreadable", text));
        }
    }

    private static void tell(ImportPreview preview, Report report) {
        preview.problems()
                .forEach(problem -> report.problem(
                        problem.sheet(),
                        problem.row(),
                        problem.column() < 0 ? "" : Grid.columnName(problem.column()),
                        problem.value(),
                        Level.valueOf(problem.level().name()),
                        problem.messageKey(),
                        problem.args().toArray()));
        preview.unresolved().forEach(phrase -> unresolved(phrase, preview, report));
        if (!preview.missing().isEmpty()) {
            report.problem(
                    "",
                    0,
                    "",
                    "",
                    Level.HINT,
                    "catalogue.read.missing",
                    preview.missing().size());
        }
        preview.placed().forEach(placed -> report.row(row(placed)));
        report.counted(preview.added(), preview.changed(), preview.unchanged(), preview.rejected());
        long rows = preview.placed().size() + (long) preview.rejected();
        report.progress(rows, rows);
    }

    /** 一种写法只说一次，指到第一处。 */
    private static void unresolved(String phrase, ImportPreview preview, Report report) {
        var rows = preview.placed().stream()
                .map(Placed::row)
                .filter(row -> row.bodyText().equals(phrase))
                .toList();
        report.problem(
                rows.getFirst().sheet(),
                rows.getFirst().row(),
                "",
                phrase,
                Level.WARNING,
                "catalogue.read.bodyUnresolved",
                phrase,
                rows.size());
    }

    private static Map<String, Object> row(Placed placed) {
        var row = placed.row();
        var view = new LinkedHashMap<String, Object>();
        view.put("sheet", row.sheet());
        view.put("row", row.row());
        view.put("change", placed.change());
        view.put("name", name(row));
        view.put("code", placed.code());
        view.put("area", placed.area());
        view.put("primary", row.primary());
        view.put("secondary", row.secondary());
        view.put("tertiary", row.tertiary());
        view.put("content", row.content());
        view.put("basis", row.basisText());
        view.put("references", row.basis());
        view.put("limitText", row.limitText());
        view.put("limit", row.limit());
        view.put("body", row.bodyText());
        view.put("channels", row.channels());
        view.put("channelTexts", row.channelTexts());
        view.put("audience", row.audience());
        view.put("audienceText", row.audienceText());
        view.put("mode", row.mode());
        view.put("levels", row.levels());
        view.put("original", row.original());
        view.put(
                "changes",
                placed.changes().stream()
                        .map(each -> Map.of(
                                "field",
                                each.field(),
                                "label",
                                "catalogue.element." + each.field(),
                                "before",
                                each.before(),
                                "after",
                                each.after()))
                        .toList());
        return view;
    }

    private static String name(ReadRow row) {
        return java.util.stream.Stream.of(row.primary(), row.secondary(), row.tertiary())
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(java.util.stream.Collectors.joining(" / "));
    }

    private TableFile read(Upload upload) {
        try {
            return table(upload.fileName(), Files.readAllBytes(upload.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
