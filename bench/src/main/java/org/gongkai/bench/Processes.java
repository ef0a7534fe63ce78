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

    /** User and system time of these processes together, in seconds. A process that is gone counts nothing. */
    static double cpuSeconds(List<Long> pids) {
        double ticks = 0;
        for (long pid : pids) {
            String stat = read(pid, "stat");
            if (!stat.isEmpty()) {
                String[] field = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                ticks += Long.parseLong(field[11]) + Long.parseLong(field[12]);
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
