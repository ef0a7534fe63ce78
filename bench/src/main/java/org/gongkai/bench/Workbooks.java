package org.gongkai.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Result.Sample;
import org.gongkai.demonstration.DistrictFiles;
import org.gongkai.demonstration.DistrictSize;
import org.gongkai.demonstration.DistrictYear;
import tools.jackson.databind.JsonNode;

/** A catalogue workbook of 10,000 rows, uploaded, read, checked and previewed in a heap of 256 MB. */
final class Workbooks implements Workload {

    private static final String NAME = "目录导入 workbook";
    private static final int ROWS = 10_000;
    private static final double LIMIT = 10;

    @Override
    public String name() {
        return "workbook";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        DistrictYear year = DistrictYear.simulate(
                DistrictYear.SEED, DistrictSize.SMALL, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        DistrictFiles files = new DistrictFiles(year);
        byte[] book = files.catalogue(ROWS);
        Path home = setting.scratch().resolve("workbook");
        try (Application application =
                Application.start(setting, home, Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false"))) {
            Imports imports = new Imports(application);
            imports.load("bodies", "bodies.csv", files.bodies(), Map.of());
            int rounds = Math.max(3, setting.rounds() / 2);
            double[] seconds = new double[rounds];
            double[] cpu = new double[rounds];
            JsonNode last = null;
            for (int i = 0; i < rounds; i++) {
                double before = application.cpuSeconds();
                long start = System.nanoTime();
                last = imports.load("catalogue", "catalogue.xlsx", book, Map.of("dryRun", "true", "area", "综合"));
                seconds[i] = (System.nanoTime() - start) / 1e9;
                cpu[i] = application.cpuSeconds() - before;
            }
            JsonNode counts = last.path("counts");
            int read = counts.path("added").asInt()
                    + counts.path("changed").asInt()
                    + counts.path("unchanged").asInt()
                    + counts.path("rejected").asInt();
            return List.of(
                    Result.timed(
                            NAME,
                            ROWS + " 行 xlsx（" + book.length / 1024 + " KB）从上传到预览，-Xmx256m upload to preview",
                            new Sample(seconds),
                            new Sample(cpu),
                            "s",
                            "≤ 10 s",
                            LIMIT),
                    Result.judged(NAME, "其中读到的行 rows read", Integer.toString(read), "= " + ROWS, read == ROWS),
                    Result.recorded(
                            NAME,
                            "之后的常驻内存 resident memory afterwards",
                            Result.number(Processes.residentMegabytes(application.pid())) + " MB"));
        }
    }
}
