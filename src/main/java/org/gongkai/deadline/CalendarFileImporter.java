package org.gongkai.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.imports.spi.Importer;
import org.springframework.stereotype.Component;

/** 导入放假通知。 */
@Component
class CalendarFileImporter implements Importer {

    private final CalendarDesk desk;

    CalendarFileImporter(CalendarDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "calendar";
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.OFFICE, Duty.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public boolean isDistrictWide() {
        return true;
    }

    @Override
    public void run(Upload upload, Report report) {
        try (var in = Files.newInputStream(upload.file())) {
            String region = upload.parameter("region");
            var preview = desk.preview(in, upload.fileName(), region.isBlank() ? null : region);
            if (!upload.dryRun() && !preview.changes().isEmpty()) {
                desk.apply(preview);
            }
            tell(preview, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(CalendarPreview preview, Report report) {
        preview.problems()
                .forEach(problem ->
                        report.problem("", problem.row(), "", problem.value(), Level.ERROR, problem.messageKey()));
        preview.changes()
                .forEach(change -> report.row(Map.of(
                        "date", change.date().toString(),
                        "name", change.name(),
                        "before", change.before(),
                        "after", change.after())));
        long added =
                preview.changes().stream().filter(CalendarPreview.Change::added).count();
        report.counted(
                added,
                preview.changes().size() - added,
                preview.unchanged(),
                preview.problems().size());
    }
}
