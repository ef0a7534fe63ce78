package org.gongkai.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.spi.Importer;
import org.springframework.stereotype.Component;

/** 导入历史公开信息：一行一个 JSON，一批一个事务，内存有界；写一批的时候读下一批。 One batch is read while another is written. */
@Component
class DisclosuresFileImporter implements Importer {

    private final DisclosureImporter importer;
    private final CurrentActor currentActor;

    DisclosuresFileImporter(DisclosureImporter importer, CurrentActor currentActor) {
        this.importer = importer;
        this.currentActor = currentActor;
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
        var seen = new DisclosureImporter.Seen();
        try (BufferedReader reader = Files.newBufferedReader(upload.file(), StandardCharsets.UTF_8);
                var ahead = Executors.newSingleThreadExecutor()) {
            long first = 1;
            var next = read(reader, first, ahead);
            for (var batch = next.join(); batch.size() > 0; batch = next.join()) {
                first += batch.size();
                next = read(reader, first, ahead);
                put(upload, report, batch, seen);
                report.progress(first - 1, total);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    /** 另一个线程读下一批，空的是读完了。 In another thread, as the same person; an empty batch is the end. */
    private CompletableFuture<DisclosureImporter.Batch> read(BufferedReader reader, long first, Executor ahead) {
        var actor = currentActor.get();
        return CompletableFuture.supplyAsync(
                () -> currentActor.callAs(actor, () -> importer.read(lines(reader), first)), ahead);
    }

    private static List<String> lines(BufferedReader reader) throws IOException {
        var lines = new ArrayList<String>(DisclosureImporter.BATCH);
        while (lines.size() < DisclosureImporter.BATCH) {
            String line = reader.readLine();
            if (line == null) {
                return lines;
            }
            lines.add(line.startsWith("\uFEFF") ? line.substring(1) : line);
        }
        return lines;
    }

    private void put(Upload upload, Report report, DisclosureImporter.Batch batch, DisclosureImporter.Seen seen) {
        var outcome = importer.write(upload.source(), batch, upload.dryRun(), seen);
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
