package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.bench.Result.Verdict;

/** Writes docs/performance.md and prints the same table. */
final class Report {

    private static final String HEAD = """
            # 性能 Performance

            本页由 `./gongkai bench` 写出，不手改。This page is written by `./gongkai bench`; do not edit.

            同一轮里交替测量地板（nginx、同一技术栈的空程序、裸 SQL、逐日循环）和本系统，取各轮中位数 [最小..最大]。判断首先看每个请求的 CPU 时间
            （服务器各进程的 utime+stime ÷ 请求数），因为它在有别的负载的机器上也稳；每秒请求数是第二证据。延迟只在机器空闲时有意义。

            Floors (nginx, the bare stack, bare SQL, a loop over days) and the product are measured in turn within one run; figures are
            medians [min..max] of the rounds. CPU time per request is judged first because it holds still on a busy machine.
            """;

    private Report() {}

    static void write(Setting setting, List<Result> results, boolean complete) throws IOException {
        List<String> lines = new ArrayList<>(HEAD.lines().toList());
        lines.add("");
        lines.add("测量日期 measured on：" + LocalDate.now() + "，" + setting.rounds() + " 轮 × " + setting.seconds()
                + " 秒，负载 load average " + Processes.loadAverage());
        lines.add("");
        Machine.describe().forEach(line -> lines.add("- " + line));
        lines.add("");
        lines.add("| 工作负载 workload | 测量 what | 结果 result | 地板与比值 floor, ratio | 目标 target | 判定 verdict |");
        lines.add("|---|---|---|---|---|---|");
        for (Result result : results) {
            lines.add("| "
                    + String.join(
                            " | ",
                            result.workload(),
                            result.what(),
                            result.value(),
                            result.floor(),
                            result.target(),
                            result.verdict().text)
                    + " |");
        }
        lines.add("");
        long missed = results.stream()
                .filter(result -> result.verdict() == Verdict.MISSED)
                .count();
        lines.add("未达到的目标 missed targets：" + missed + "。");
        lines.forEach(System.out::println);
        if (complete) {
            Files.write(setting.source().resolve("docs/performance.md"), lines);
        } else {
            System.out.println("（只运行了一部分，docs/performance.md 未改动。 A partial run does not change docs/performance.md.）");
        }
    }
}
