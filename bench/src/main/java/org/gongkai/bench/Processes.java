package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** CPU time and memory of processes, from /proc. */
final class Processes {

    /** A clock tick of /proc/pid/stat; 100 per second on Linux everywhere. */
    private static final double SECONDS_PER_TICK = 0.01;

    private Processes() {}

    /** From here on the clock says little about one program. */
    private static final double BUSY = 3;

    static boolean busy() {
        try {
            return Double.parseDouble(loadAverage()) >= BUSY;
        } catch (NumberFormatException unknown) {
            return false;
        }
    }

    /**
     * User and system time of these processes together, in seconds, with that of their children that have ended: a worker that ends
     * between two readings is not lost.
     */
    static double cpuSeconds(List<Long> pids) {
        double ticks = 0;
        for (long pid : pids) {
            String stat = read(pid, "stat");
            if (!stat.isEmpty()) {
                String[] field = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                for (int i = 11; i <= 14; i++) {
                    ticks += Long.parseLong(field[i]);
                }
            }
        }
        return ticks * SECONDS_PER_TICK;
    }

    /** Resident memory in MB. */
    static double residentMegabytes(long pid) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .sum();
    }

    /** The process and all below it, now. */
    static List<Long> family(long pid) {
        List<Long> all = new ArrayList<>(List.of(pid));
        ProcessHandle.of(pid).ifPresent(process -> {
            try (Stream<ProcessHandle> below = process.descendants()) {
                below.forEach(child -> all.add(child.pid()));
            }
        });
        return all;
    }

    static String loadAverage() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "?";
        }
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            return "";
        }
    }
}
