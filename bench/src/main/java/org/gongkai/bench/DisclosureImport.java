package org.gongkai.bench;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Result.Sample;
import org.gongkai.demonstration.DistrictFiles;
import org.gongkai.demonstration.DistrictSize;
import org.gongkai.demonstration.DistrictYear;
import tools.jackson.databind.JsonNode;

/** Moving an old site in: lines per second, and again with nothing changed; 256 MB of heap. */
final class DisclosureImport implements Workload {

    private static final String NAME = "公开信息迁入 disclosures";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        int lines = setting.full() ? 100_000 : 20_000;
        DistrictYear year = DistrictYear.simulate(
                DistrictYear.SEED,
                DistrictSize.DISTRICT.times(setting.full() ? 6 : 1.5),
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
            results.add(measure(imports, file, lines, "added", "首次 first", setting));
            results.add(measure(imports, file, lines, "unchanged", "同一文件再来一次 the same again", setting));
            results.add(Result.recorded(
                    NAME,
                    "之后的常驻内存，-Xmx256m resident memory",
                    Sample.of(Processes.residentMegabytes(application.pid())),
                    "MB"));
            return results;
        }
    }

    private static Result measure(Imports imports, Path file, int lines, String counter, String what, Setting setting)
            throws Exception {
        long start = System.nanoTime();
        JsonNode end = imports.load("disclosures", file, Map.of("dryRun", "false"));
        double perSecond = lines / ((System.nanoTime() - start) / 1e9);
        boolean complete = end.path("counts").path(counter).asInt() == lines;
        return Result.judged(
                NAME,
                lines + " 行，" + what + "（" + counter + " "
                        + end.path("counts").path(counter).asInt() + "）",
                Sample.of(perSecond),
                "行/s",
                "",
                "≥ 1,000 行/s，一行不少",
                perSecond >= 1000 && complete);
    }
}
