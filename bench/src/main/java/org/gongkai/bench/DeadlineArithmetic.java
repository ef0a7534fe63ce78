package org.gongkai.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gongkai.deadline.WorkingCalendar;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** n working days after a day: the product's calendar on day numbers and on dates, against a loop over days. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = "-XX:+UseSerialGC")
public class DeadlineArithmetic {

    private static final int STARTS = 4096;

    @Param({"20", "200"})
    int n;

    private final WorkingCalendar calendar = WorkingCalendar.builtIn();
    private final LocalDate[] dates = new LocalDate[STARTS];
    private final int[] days = new int[STARTS];
    private int next;

    /** CPU time of the measuring thread per call: other work on the machine stretches the clock, not this. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cpu {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        private long begun;
        private long calls;

        @Setup(Level.Iteration)
        public void begin() {
            calls = 0;
            begun = THREADS.getCurrentThreadCpuTime();
        }

        /** Read by JMH at the end of each iteration. */
        public double nanosPerCall() {
            return (THREADS.getCurrentThreadCpuTime() - begun) / (double) Math.max(1, calls);
        }
    }

    /** Different starts, and the answers of loop and calendar compared before anything is timed. */
    @Setup
    public void setUp() {
        Random random = new Random(20260924);
        for (int i = 0; i < STARTS; i++) {
            dates[i] = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(365 * 17));
            days[i] = (int) dates[i].toEpochDay();
            if (!loop(dates[i]).equals(calendar.plusWorkingDays(dates[i], n))
                    || loop(dates[i]).toEpochDay() != calendar.plusWorkingDays(days[i], n)) {
                throw new IllegalStateException("the loop and the calendar differ after " + dates[i]);
            }
        }
    }

    private LocalDate loop(LocalDate start) {
        LocalDate day = start;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    @Benchmark
    public LocalDate dayLoop(Cpu cpu) {
        cpu.calls++;
        return loop(dates[next++ & (STARTS - 1)]);
    }

    @Benchmark
    public int dayNumbers(Cpu cpu) {
        cpu.calls++;
        return calendar.plusWorkingDays(days[next++ & (STARTS - 1)], n);
    }

    @Benchmark
    public LocalDate localDates(Cpu cpu) {
        cpu.calls++;
        return calendar.plusWorkingDays(dates[next++ & (STARTS - 1)], n);
    }
}
