package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.bench.Result.Verdict;

/** Writes docs/performance.md from the files below bench/results; what is said in words about misses comes from bench/notes.md. */
final class Report {

    private static final String HEAD = """
            # 性能 Performance

            本页由 `./gongkai bench` 根据 `bench/results/` 里的测量文件写出，不手改；只有最后一节的文字来自 `bench/notes.md`。
            This page is written by `./gongkai bench` from the files in `bench/results/`; only the words of the last section come from
            `bench/notes.md`.

            ```
            ./gongkai bench                # 全部 everything
            ./gongkai bench pages          # 一个 one of: %s
            ./gongkai bench --full         # 到一百万份文档、一千万条义务 up to 1 M documents, 10 M obligations
            ./gongkai bench --quick        # 三轮，不记录 three rounds, kept nowhere
            ./gongkai bench report         # 只写本页 only this page
            ```

            ## 怎样测 Method

            - 地板（nginx、同一技术栈的空程序、同一 PostgreSQL 上的裸 SQL、逐日循环）和本系统在同一次运行里一轮一轮交替测量；写出的是各轮的中位数
              [最小..最大]。
            - 首先看 **CPU 时间**（各进程的 utime+stime ÷ 次数）：机器上有别的负载时它仍然稳，每秒次数和时钟时间不稳。以时钟规定的目标，先看时钟；超过了而
              当时负载平均数在 3 以上的，再看全部有关进程的 CPU 时间——在空闲的两核机器上它不短于时钟（等待磁盘除外）——并写明“按 CPU 时间”。
            - 一边测一边核对答案：状态、条数、不同的天数、查得到的条数；有一个错误就不算达到。
            - 服务器只在本机回环地址上，数据在临时文件夹里，测完删除。本系统用随附的启动方式，`-Xmx256m`。

            Floors and product are measured in turn within one run; figures are medians [min..max]. CPU time per request is judged first
            because it holds still on a busy machine. A target on the clock is judged by the clock; where it is missed while the load average
            is 3 or more, the CPU time of all processes concerned decides, and the verdict says so. Answers are checked while measuring.
            """;

    private Report() {}

    static void write(Setting setting, List<String> names) throws IOException {
        List<String> lines =
                new ArrayList<>(HEAD.formatted(String.join(", ", names)).lines().toList());
        lines.addAll(List.of("", "## 结果 Results", ""));
        lines.add("| 工作负载 workload | 测量 what | 地板 floor | 本系统 ours | 比值 ratio | 目标 target | 判定 held? |");
        lines.add("|---|---|---|---|---|---|---|");
        List<Measurement> all = new ArrayList<>();
        List<String> never = new ArrayList<>();
        for (String name : names) {
            Measurement measurement = Measurement.read(setting, name);
            if (measurement == null) {
                never.add(name);
            } else {
                all.add(measurement);
                measurement.results().forEach(result -> lines.add(line(result)));
            }
        }
        lines.addAll(List.of("", "## 在哪里、什么时候 Where and when", ""));
        all.stream()
                .map(Measurement::machine)
                .distinct()
                .forEach(machine -> machine.forEach(line -> lines.add("- " + line)));
        lines.addAll(List.of(
                "",
                "| 工作负载 workload | 日期 date | 版本 commit | 轮 rounds | 负载平均数 load average |",
                "|---|---|---|---|---|"));
        all.forEach(one -> lines.add("| " + one.workload() + " | " + one.measuredOn() + " | " + one.commit() + " | "
                + one.rounds() + " × " + one.seconds() + " s | " + one.load() + " |"));
        lines.addAll(List.of("", "## 不足 What fell short", ""));
        shortfalls(all, never, lines);
        Path notes = setting.source().resolve("bench/notes.md");
        if (Files.exists(notes)) {
            lines.add("");
            lines.addAll(Files.readAllLines(notes));
        }
        Files.write(setting.source().resolve("docs/performance.md"), lines);
        System.out.println("docs/performance.md");
    }

    private static void shortfalls(List<Measurement> all, List<String> never, List<String> lines) {
        List<Result> results =
                all.stream().flatMap(one -> one.results().stream()).toList();
        List<Result> missed = results.stream()
                .filter(result -> result.verdict() == Verdict.MISSED)
                .toList();
        long judged = results.stream()
                .filter(result -> result.verdict() != Verdict.RECORDED && result.verdict() != Verdict.NOT_RUN)
                .count();
        lines.add("有目标的 " + judged + " 行里，" + missed.size() + " 行没有达到。 Of " + judged + " lines with a target, "
                + missed.size() + " missed it.");
        lines.add("");
        missed.forEach(result -> lines.add("- " + result.workload() + "，" + result.what() + "：" + result.ours()
                + (result.ratio().isEmpty() ? "" : "，" + result.ratio()) + "；目标 target " + result.target()));
        results.stream()
                .filter(result -> result.verdict() == Verdict.NOT_RUN)
                .forEach(result -> lines.add("- " + result.workload() + "：" + result.what()));
        if (!never.isEmpty()) {
            lines.add("- 还没有测过 not yet measured：" + String.join(", ", never));
        }
    }

    static String line(Result result) {
        return "| "
                + String.join(
                        " | ",
                        result.workload(),
                        result.what(),
                        result.floor(),
                        result.ours(),
                        result.ratio(),
                        result.target(),
                        result.verdict().text)
                + " |";
    }
}
