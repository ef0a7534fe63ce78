package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.bench.Result.Verdict;

/** Runs the workloads named, or all; ends with 1 when a target is missed. Servers it starts listen on loopback and are stopped. */
public final class Bench {

    private static final List<Workload> ALL = List.of(
            new Deadlines(), new Workbooks(), new DisclosureImport(), new Stress(), new Pages(), new StartAndMemory());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        List<String> names =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        boolean quick = words.contains("--quick");
        Path scratch = Files.createTempDirectory("gongkai-bench");
        Setting setting = new Setting(
                Path.of(System.getProperty("gongkai.source")),
                scratch,
                quick ? 3 : 7,
                quick ? 2 : 4,
                words.contains("--full"));
        List<Result> results = new ArrayList<>();
        try {
            for (Workload workload : ALL) {
                if (names.isEmpty() || names.contains(workload.name())) {
                    System.out.println("… " + workload.name());
                    results.addAll(run(workload, setting));
                }
            }
        } finally {
            delete(scratch);
        }
        Report.write(setting, results, names.isEmpty() && !quick);
        System.exit(results.stream().anyMatch(result -> result.verdict() == Verdict.MISSED) ? 1 : 0);
    }

    private static List<Result> run(Workload workload, Setting setting) {
        try {
            return workload.run(setting);
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(new Result(workload.name(), "没有测成 failed：" + e, "", "", "", Verdict.MISSED));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
