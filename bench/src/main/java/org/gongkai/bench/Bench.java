package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.bench.Result.Verdict;

/**
 * Runs the workloads named, or all, and writes the report from what all of them left in their files; ends with 1 when a target of this
 * run is missed. {@code report} alone only writes the report. Servers it starts listen on loopback and are stopped.
 */
public final class Bench {

    private static final List<Workload> ALL = List.of(
            new Pages(),
            new Deadlines(),
            new Recomputation(),
            new Supervision(),
            new AnnualReports(),
            new RequestSteps(),
            new RequestRecomputation(),
            new TypingSuggestions(),
            new StartAndMemory(),
            new Workbooks(),
            new DisclosureImport(),
            new Stress());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        List<String> names =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        List<String> known = ALL.stream().map(Workload::name).toList();
        if (!names.stream().allMatch(name -> known.contains(name) || name.equals("report"))) {
            System.err.println("没有这个工作负载，可用的 known workloads：" + String.join(", ", known) + ", report");
            System.exit(64);
        }
        boolean quick = words.contains("--quick");
        Path scratch = Files.createTempDirectory("gongkai-bench");
        Setting setting = new Setting(
                Path.of(System.getProperty("gongkai.source")),
                scratch,
                number(words, "--rounds=", quick ? 3 : 7),
                number(words, "--seconds=", quick ? 2 : 4),
                quick,
                words.contains("--full"));
        boolean missed = false;
        try {
            for (Workload workload : ALL) {
                if (names.isEmpty() || names.contains(workload.name())) {
                    List<Result> results = run(workload, setting, quick);
                    missed |= results.stream().anyMatch(result -> result.verdict() == Verdict.MISSED);
                }
            }
        } finally {
            delete(scratch);
        }
        Report.write(setting, known);
        System.exit(missed ? 1 : 0);
    }

    private static int number(List<String> words, String option, int otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(option))
                .map(word -> Integer.parseInt(word.substring(option.length())))
                .findFirst()
                .orElse(otherwise);
    }

    /** Measures, prints and keeps; a quick run, and one that fails or cannot run, keeps nothing. */
    private static List<Result> run(Workload workload, Setting setting, boolean quick) {
        System.out.println("… " + workload.name());
        String before = Processes.loadAverage();
        try {
            List<Result> results = workload.run(setting);
            results.forEach(result -> System.out.println(Report.line(result)));
            if (!quick && results.stream().anyMatch(result -> result.verdict() != Verdict.NOT_RUN)) {
                new Measurement(
                                workload.name(),
                                LocalDate.now(),
                                Machine.commit(setting.source()),
                                Machine.describe(),
                                setting.rounds(),
                                setting.seconds(),
                                before + " → " + Processes.loadAverage(),
                                results)
                        .write(setting);
            }
            return results;
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(
                    Result.judged(workload.name(), "没有测成，原来的结果没有改动 failed, kept what was there：" + e, "", "", false));
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        all.forEach(path -> path.toFile().delete());
    }
}
