package org.gongkai.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.imports.spi.Importer;
import org.springframework.stereotype.Component;

/** 导入历史公开信息：一行一个 JSON，一批一个事务，内存有界。 */
@Component
class DisclosuresFileImporter implements Importer {

    private final DisclosureImporter importer;

    DisclosuresFileImporter(DisclosureImporter importer) {
        this.importer = importer;
    }

    @Override
    public String kind() {
        return "disclosures";
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.OFFICE);
    }

    @Override
    public void run(Upload upload, Report report) {
        long total = lines(upload);
        var batch = new ArrayList<String>(DisclosureImporter.BATCH);
        long first = 1;
        var seen = new DisclosureImporter.Seen();
        try (BufferedReader reader = Files.newBufferedReader(upload.file(), StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                batch.add(line.startsWith("\uFEFF") ? line.substring(1) : line);
                if (batch.size() == DisclosureImporter.BATCH) {
                    first = put(upload, report, batch, first, total, seen);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        put(upload, report, batch, first, total, seen);
    }

    private long put(
            Upload upload,
            Report report,
            ArrayList<String> batch,
            long first,
            long total,
            DisclosureImporter.Seen seen) {
        if (batch.isEmpty()) {
            return first;
        }
        var outcome = importer.importLines(upload.source(), batch, first, upload.dryRun(), seen);
        report.counted(outcome.added(), outcome.changed(), outcome.unchanged(), outcome.rejected());
        outcome.problems()
                .forEach(problem -> report.problem(
                        "",
                        problem.row(),
                        problem.column(),
                        problem.value(),
                        problem.rejected() ? Level.ERROR : Level.WARNING,
                        problem.messageKey(),
                        problem.args().toArray()));
        outcome.taken().forEach(line -> report.row(row(line)));
        long next = first + batch.size();
        report.progress(next - 1, total);
        batch.clear();
        return next;
    }

    private static Map<String, Object> row(DisclosureImporter.Taken line) {
        return Map.of(
                "row", line.row(),
                "change", line.change(),
                "externalId", line.externalId(),
                "body", line.body(),
                "item", line.item(),
                "area", line.area(),
                "title", line.title(),
                "publishedOn", line.publishedOn().toString());
    }

    private static long lines(Upload upload) {
        try (var lines = Files.lines(upload.file(), StandardCharsets.UTF_8)) {
            return lines.count();
        } catch (IOException | UncheckedIOException e) {
            throw new org.gongkai.workflow.Refused(
                    org.gongkai.workflow.Refusal.of("publication.import.notUtf8", upload.fileName()));
        }
    }
}
