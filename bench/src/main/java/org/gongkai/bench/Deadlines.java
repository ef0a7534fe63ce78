package org.gongkai.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Result.Sample;
import org.gongkai.bench.Result.Verdict;
import org.gongkai.deadline.WorkingCalendar;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Workload 8: deadline arithmetic. */
final class Deadlines implements Workload {

    private static final String NAME = "8 期限推算 deadlines";

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        boolean quick = setting.quick();
        var options = new OptionsBuilder()
                .include(DeadlineArithmetic.class.getName())
                .verbosity(VerboseMode.SILENT)
                .forks(quick ? 1 : 2)
                .measurementTime(TimeValue.milliseconds(quick ? 200 : 500))
                .warmupTime(TimeValue.milliseconds(quick ? 200 : 500))
                .build();
        Map<String, Sample> found = new HashMap<>();
        Collection<RunResult> all = new Runner(options).run();
        for (RunResult one : all) {
            String key = one.getPrimaryResult().getLabel() + one.getParams().getParam("n");
            found.put(
                    key,
                    new Sample(one.getBenchmarkResults().stream()
                            .flatMap(fork -> fork.getIterationResults().stream())
                            .mapToDouble(iteration -> iteration
                                    .getSecondaryResults()
                                    .get("nanosPerCall")
                                    .getScore())
                            .toArray()));
        }
        List<Result> results = new ArrayList<>();
        results.add(row(found, "dayNumbers20", "日序号，20 个工作日 day numbers, 20", 3, 20));
        results.add(row(found, "dayNumbers200", "日序号，200 个工作日 day numbers, 200", 3, 20));
        results.add(row(found, "localDates20", "LocalDate 进出，20 个 in and out, 20", 20, 20));
        results.add(row(found, "localDates200", "LocalDate 进出，200 个 in and out, 200", 20, 20));
        results.add(everyDay());
        return results;
    }

    private static Result row(Map<String, Sample> found, String key, String what, double limit, double factor) {
        Sample mine = found.get(key);
        Sample loop = found.get("dayLoop" + key.replaceAll("\\D", ""));
        double ratio = loop.median() / mine.median();
        return new Result(
                NAME,
                what,
                "逐日循环 loop " + loop.print("ns"),
                mine.print("ns CPU"),
                "1/" + Result.number(ratio),
                "≤ " + (int) limit + " ns，≤ 1/" + (int) factor + " loop",
                Verdict.of(mine.median() <= limit && ratio >= factor));
    }

    /** Equal answers on every day of thirty years. */
    private static Result everyDay() {
        WorkingCalendar calendar = WorkingCalendar.builtIn();
        int different = 0;
        int compared = 0;
        for (LocalDate start = LocalDate.of(2007, 1, 1); start.getYear() < 2037; start = start.plusDays(1)) {
            LocalDate day = start;
            for (int n = 1; n <= 60; n++) {
                do {
                    day = day.plusDays(1);
                } while (!calendar.isWorkingDay(day));
                compared++;
                different += day.equals(calendar.plusWorkingDays(start, n)) ? 0 : 1;
            }
        }
        return Result.judged(
                NAME,
                "三十年每一天、1—60 个工作日，与逐日循环不同的 differences on every day of 30 years",
                different + " / " + compared,
                "0",
                different == 0 && compared > 0);
    }
}
