package org.gongkai.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param workload number and name, as in the goals
 * @param what what was measured
 * @param floor the floor measured in the same run, or empty
 * @param ours median [min..max] with its unit
 * @param ratio ours to the floor, or empty
 * @param target the goal in words
 * @param verdict held, missed, or only recorded
 */
record Result(String workload, String what, String floor, String ours, String ratio, String target, Verdict verdict) {

    enum Verdict {
        HELD("达到 held"),
        HELD_BY_CPU("达到（按 CPU 时间）held by CPU time"),
        MISSED("**未达到 missed**"),
        RECORDED("记录 recorded"),
        NOT_RUN("未运行 not run");

        final String text;

        Verdict(String text) {
            this.text = text;
        }

        static Verdict of(boolean held) {
            return held ? HELD : MISSED;
        }
    }

    static Result notRun(String workload, String why) {
        return new Result(workload, why, "", "", "", "", Verdict.NOT_RUN);
    }

    static Result recorded(String workload, String what, String ours) {
        return new Result(workload, what, "", ours, "", "", Verdict.RECORDED);
    }

    static Result judged(String workload, String what, String ours, String target, boolean held) {
        return new Result(workload, what, "", ours, "", target, Verdict.of(held));
    }

    /**
     * A target on the clock. Where other work keeps the machine busy the clock says little; then the CPU time of all processes concerned
     * decides, which on an idle machine of two cores is the longer of the two.
     */
    static Result timed(
            String workload, String what, Sample wall, Sample cpu, String unit, String target, double limit) {
        Verdict verdict = wall.median() <= limit
                ? Verdict.HELD
                : cpu.median() <= limit && Processes.busy() ? Verdict.HELD_BY_CPU : Verdict.MISSED;
        String ours = wall.print(unit) + "，CPU " + cpu.print(unit);
        return new Result(workload, what, "", ours, "", target, verdict);
    }

    /**
     * A target on the slowest of many: the clock alone decides, since a mean of CPU time says nothing about a tail.
     */
    static Result tail(String workload, String what, Sample wall, String unit, String target, double limit) {
        return new Result(workload, what, "", wall.print(unit), "", target, Verdict.of(wall.median() <= limit));
    }

    /** Repeated measurements of one thing. */
    record Sample(double[] values) {

        Sample {
            values = values.clone();
            Arrays.sort(values);
        }

        static Sample of(double... values) {
            return new Sample(values);
        }

        double median() {
            int n = values.length;
            return n == 0 ? Double.NaN : n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
        }

        double min() {
            return values.length == 0 ? Double.NaN : values[0];
        }

        double max() {
            return values.length == 0 ? Double.NaN : values[values.length - 1];
        }

        String print(String unit) {
            return values.length == 1
                    ? number(median()) + " " + unit
                    : number(median()) + " [" + number(min()) + ".." + number(max()) + "] " + unit;
        }
    }

    static String number(double x) {
        if (Double.isNaN(x)) {
            return "–";
        }
        double size = Math.abs(x);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", x);
    }

    static String times(double ratio) {
        return number(ratio) + "×";
    }
}
