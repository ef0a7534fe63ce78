package org.gongkai.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Result.Sample;
import org.gongkai.bench.Wrk.Target;
import org.gongkai.demonstration.DistrictSize;

/** Workload 12: start to first page with the AOT cache, and resident memory at district size after a mix of pages. */
final class StartAndMemory implements Workload {

    private static final String NAME = "12 启动与内存 start and memory";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        Path home = setting.scratch().resolve("start");
        Map<String, String> environment = Map.of("GONGKAI_MEMORY", "256m", "GONGKAI_DEMONSTRATION", "false");
        List<Result> results = new ArrayList<>();
        try (Application application = Application.start(setting, home, environment)) {
            District.fill(application, DistrictSize.SMALL, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
            Documents.add(application, 0, 200_000);
            Obligations.fill(application, 100_000, 45);
        }
        double[] seconds = new double[setting.rounds()];
        double[] cpu = new double[setting.rounds()];
        for (int i = 0; i < seconds.length; i++) {
            try (Application application = Application.start(setting, home, environment)) {
                seconds[i] = application.secondsToFirstPage();
                cpu[i] = application.cpuSeconds();
            }
        }
        results.add(Result.timed(
                NAME,
                "启动到第一页，20 万份文档、10 万条义务 start to first page, 200 k documents, 100 k obligations"
                        + (Application.quickStart(setting) ? "" : "（没有 AOT 缓存 without the AOT cache）"),
                new Sample(seconds),
                new Sample(cpu),
                "s",
                "≤ 5 s",
                5));
        try (Application application = Application.start(setting, home, environment)) {
            results.add(memory(setting, application));
        }
        return results;
    }

    private static Result memory(Setting setting, Application application) throws Exception {
        if (Wrk.present()) {
            Path mix = setting.scratch().resolve("mix");
            java.nio.file.Files.write(mix, Pages.recordPaths(application, 20_000, false));
            new Wrk(setting.scratch())
                    .warm(
                            new Target("mix", application.url(), mix, () -> List.of(application.pid())),
                            setting.quick() ? 10 : 60);
        }
        double resident = Processes.residentMegabytes(application.pid());
        return Result.judged(
                NAME,
                "负载之后的常驻内存，20 万份文档、10 万条义务，-Xmx256m resident memory after load",
                Result.number(resident) + " MB",
                "≤ 450 MB",
                resident <= 450);
    }
}
