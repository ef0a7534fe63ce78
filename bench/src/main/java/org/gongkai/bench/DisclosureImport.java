package org.gongkai.bench;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Result.Verdict;
import org.gongkai.demonstration.DistrictFiles;
import org.gongkai.demonstration.DistrictSize;
import org.gongkai.demonstration.DistrictYear;
import tools.jackson.databind.JsonNode;

/** Moving an old site in: lines per second, and again with nothing changed; 256 MB of heap. */
final class DisclosureImport implements Workload {

    private static final String NAME = "公开信息迁入 disclosures";

    /** A site that moves in, all that a district of six times the usual size publishes in a year; short runs mostly see the JVM compile. */
    private static final int LINES = 50_000;

    private static final int FEW = 20_000;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        int lines = setting.quick() ? FEW : LINES;
        DistrictYear year = DistrictYear.simulate(
                DistrictYear.SEED,
                DistrictSize.DISTRICT.times(lines == LINES ? 6 : 1.5),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31));
        DistrictFiles files = new DistrictFiles(year);
        Path file = setting.scratch().resolve("disclosures.jsonl");
        try (Writer out = Files.newBufferedWriter(file)) {
            DistrictFiles.write(files.disclosures().limit(lines), out);
        }
        Path home = setting.scratch().resolve("import");
        try (Application application =
                Application.start(setting, home, Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false"))) {
            Imports imports = new Imports(application);
            imports.load("bodies", "bodies.csv", files.bodies(), Map.of());
            for (String area : files.areas()) {
                imports.load(
                        "catalogue", area + ".xlsx", files.catalogue(area), Map.of("area", area, "dryRun", "false"));
            }
            List<Result> results = new ArrayList<>();
            results.add(measure(application, imports, file, lines, "added", "首次 first"));
            results.add(measure(application, imports, file, lines, "unchanged", "同一文件再来一次 the same again"));
            results.add(Result.recorded(
                    NAME,
                    "之后的常驻内存，-Xmx256m resident memory",
                    Result.number(Processes.residentMegabytes(application.pid())) + " MB"));
            return results;
        }
    }

    private static Result measure(
            Application application, Imports imports, Path file, int lines, String counter, String what)
            throws Exception {
        double before = application.cpuSeconds();
        long start = System.nanoTime();
        JsonNode end = imports.load("disclosures", file, Map.of("dryRun", "false"));
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = application.cpuSeconds() - before;
        int counted = end.path("counts").path(counter).asInt();
        Verdict verdict = counted != lines
                ? Verdict.MISSED
                : lines / seconds >= 1000
                        ? Verdict.HELD
                        : lines / cpu >= 1000 && Processes.busy() ? Verdict.HELD_BY_CPU : Verdict.MISSED;
        return new Result(
                NAME,
                lines + " 行，" + what + "（" + counter + " " + counted + "）",
                "",
                Result.number(lines / seconds) + " 行/s，CPU " + Result.number(cpu * 1e6 / lines) + " µs/行",
                "",
                "≥ 1,000 行/s，一行不少",
                verdict);
    }
}
