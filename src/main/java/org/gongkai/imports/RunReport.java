package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.imports.spi.Importer;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refusal;

/** 把导入的报告写进任务，数不清的只留前一万条。 */
final class RunReport implements Importer.Report {

    private static final int KEPT = 10_000;
    private static final int BATCH = 500;
    private static final long EVERY_NANOS = 300_000_000L;

    private final ImportRuns runs;
    private final long run;
    private final Sentences sentences;
    private final List<ImportProblem> openProblems = new ArrayList<>();
    private final List<Map<String, Object>> openRows = new ArrayList<>();
    private int problems;
    private int rows;
    private long done;
    private long total;
    private long toldAt;

    RunReport(ImportRuns runs, long run, Sentences sentences) {
        this.runs = runs;
        this.run = run;
        this.sentences = sentences;
    }

    @Override
    public void progress(long doneSoFar, long ofTotal) {
        done = doneSoFar;
        total = ofTotal;
        if (System.nanoTime() - toldAt > EVERY_NANOS) {
            flush();
        }
    }

    void flush() {
        problems = write(openProblems, problems, runs::problems);
        rows = write(openRows, rows, runs::rows);
        runs.progress(run, done, total);
        toldAt = System.nanoTime();
    }

    @Override
    public void counted(long added, long changed, long unchanged, long rejected) {
        runs.count(run, added, changed, unchanged, rejected);
    }

    @Override
    public void problem(
            String sheet,
            long row,
            String column,
            String value,
            Importer.Level level,
            String messageKey,
            Object... args) {
        if (problems + openProblems.size() < KEPT) {
            String shown = value.length() > 300 ? value.substring(0, 300) + "…" : value;
            String sentence = sentences.sentence(new Refusal(messageKey, List.of(args), null));
            openProblems.add(new ImportProblem(sheet, row, column, shown, level.name(), sentence));
            if (openProblems.size() >= BATCH) {
                problems = write(openProblems, problems, runs::problems);
            }
        }
    }

    @Override
    public void row(Map<String, Object> content) {
        if (rows + openRows.size() < KEPT) {
            openRows.add(content);
            if (openRows.size() >= BATCH) {
                rows = write(openRows, rows, runs::rows);
            }
        }
    }

    /** One batch of something, numbered from a place. */
    @FunctionalInterface
    private interface Batch<T> {
        void write(long run, int first, List<T> some);
    }

    private <T> int write(List<T> open, int written, Batch<T> batch) {
        batch.write(run, written, open);
        int now = written + open.size();
        open.clear();
        return now;
    }
}
