package org.gongkai.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * One line of the table.
 *
 * @param workload number and name, as in the goals
 * @param what what was measured
 * @param value median [min..max] with its unit
 * @param floor the floor measured in the same run, or empty
 * @param target the goal in words
 * @param verdict met, missed, or only recorded
 */
record Result(String workload, String what, String value, String floor, String target, Verdict verdict) {

    enum Verdict {
        MET("达到 met"),
        MISSED("**未达到 missed**"),
        RECORDED("记录 recorded"),
        NOT_RUN("未运行 not run");

        final String text;

        Verdict(String text) {
            this.text = text;
        }
    }

    static Result notRun(String workload, String why) {
        return new Result(workload, why, "", "", "", Verdict.NOT_RUN);
    }

    static Result recorded(String workload, String what, Sample sample, String unit) {
        return new Result(workload, what, sample.print(unit), "", "", Verdict.RECORDED);
    }

    static Result judged(
            String workload, String what, Sample sample, String unit, String floor, String target, boolean met) {
        return new Result(workload, what, sample.print(unit), floor, target, met ? Verdict.MET : Verdict.MISSED);
    }

    static Result judged(String workload, String what, Sample sample, String unit, String target, DoublePredicate met) {
        return judged(workload, what, sample, unit, "", target, met.test(sample.median()));
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
