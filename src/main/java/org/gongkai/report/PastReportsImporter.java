package org.gongkai.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.imports.spi.Importer;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 导入往年填好的年度报告：一个文件一份，不平的地方逐条作为问题说出；不平也导入，因为公布的就是那样。
 *
 * <p>Imports the filled tables of past years, one report a file. What does not add up is listed; it is imported all the same, for that
 * is what was published.
 */
@Component
class PastReportsImporter implements Importer {

    private final TablesReader reader;
    private final AnnualReportDesk desk;
    private final AnnualReports reports;
    private final PublicBodies bodies;
    private final BrokenSentences words;
    private final TransactionTemplate transaction;

    PastReportsImporter(
            TablesReader reader,
            AnnualReportDesk desk,
            AnnualReports reports,
            PublicBodies bodies,
            BrokenSentences words,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.desk = desk;
        this.reports = reports;
        this.bodies = bodies;
        this.words = words;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String kind() {
        return "annual-reports";
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.OFFICE, Duty.LIAISON);
    }

    @Override
    public void run(Upload upload, Report report) {
        ReadTables read = read(upload);
        Optional<PublicBody> body = body(upload, read);
        Optional<Integer> year = year(upload, read);
        if (body.isEmpty() || year.isEmpty()) {
            String column = body.isEmpty() ? "body" : "year";
            report.problem(
                    "",
                    0,
                    column,
                    body.isEmpty() ? upload.parameter("body") : upload.parameter("year"),
                    Level.ERROR,
                    body.isEmpty() ? "report.import.bodyUnknown" : "report.import.yearUnknown",
                    read.body());
            report.counted(0, 0, 0, 1);
            return;
        }
        String code = body.get().code();
        ReportKey key = new ReportKey(code, year.get(), reports.usualScope(code));
        tell(key, read, report);
        write(key, read, upload, report);
        report.progress(1, 1);
    }

    private ReadTables read(Upload upload) {
        try {
            return reader.read(
                    upload.fileName(),
                    Files.readAllBytes(upload.file()),
                    ReportForm.of(upload.parameter("form")).orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 参数里写的优先，代码或名称都可以；没有写的看文件里的名称。 */
    private Optional<PublicBody> body(Upload upload, ReadTables read) {
        String said = upload.parameter("body").isBlank() ? read.body() : upload.parameter("body");
        if (said.isBlank()) {
            return Optional.empty();
        }
        return bodies.find(said.strip()).or(() -> {
            List<PublicBody> named = bodies.named(said);
            return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        });
    }

    private static Optional<Integer> year(Upload upload, ReadTables read) {
        String said = upload.parameter("year").strip();
        if (said.matches("20\\d\\d")) {
            return Optional.of(Integer.valueOf(said));
        }
        return said.isEmpty() ? Optional.ofNullable(read.year()) : Optional.empty();
    }

    /** 不平的、读不出的、与前后两年对不上的，都说。 */
    private void tell(ReportKey key, ReadTables read, Report report) {
        List<BrokenIdentity> broken = new ArrayList<>(CrossFooting.check(read.tables()));
        reports.issued(key.before())
                .ifPresent(before -> broken.addAll(CrossFooting.carriedOver(before.tables(), read.tables())));
        reports.issued(new ReportKey(key.body(), key.year() + 1, key.scope()))
                .ifPresent(after -> broken.addAll(CrossFooting.carriedOver(read.tables(), after.tables())));
        for (BrokenIdentity one : broken) {
            report.problem(
                    "",
                    0,
                    one.cells().getLast().toString(),
                    one.left().toPlainString(),
                    Level.WARNING,
                    "report.import.broken",
                    words.sentence(one));
        }
        for (UnreadCell unread : read.unread()) {
            CellAddress cell = unread.cell();
            report.problem(
                    "",
                    0,
                    cell == null ? unread.place() : cell.toString(),
                    unread.text(),
                    unread.kind() == UnreadCell.Kind.CORRECTED ? Level.HINT : Level.WARNING,
                    unread.messageKey(),
                    unread.args().toArray());
        }
    }

    private void write(ReportKey key, ReadTables read, Upload upload, Report report) {
        try {
            var change = transaction.execute(status -> {
                var result = desk.importPast(key, read.tables(), upload.fileName());
                if (upload.dryRun()) {
                    status.setRollbackOnly();
                }
                return result;
            });
            report.counted(
                    change == AnnualReportDesk.Imported.ADDED ? 1 : 0,
                    change == AnnualReportDesk.Imported.CHANGED ? 1 : 0,
                    change == AnnualReportDesk.Imported.UNCHANGED ? 1 : 0,
                    0);
            report.row(Map.of(
                    "row", 1,
                    "change", String.valueOf(change),
                    "body", key.body(),
                    "year", key.year(),
                    "form", read.tables().form().code()));
        } catch (Refused refused) {
            report.problem(
                    "",
                    0,
                    "body",
                    key.body(),
                    Level.ERROR,
                    refused.refusal().messageKey(),
                    refused.refusal().args().toArray());
            report.counted(0, 0, 0, 1);
        }
    }
}
