package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add("处理器 processor：" + line("/proc/cpuinfo", "model name") + "，"
                + Runtime.getRuntime().availableProcessors() + " 核 cores");
        lines.add("内存 memory："
                + Math.round(Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1048576.0)
                + " GiB");
        lines.add("系统 system：" + line("/etc/os-release", "PRETTY_NAME").replace("\"", "") + "，Linux "
                + System.getProperty("os.version"));
        lines.add("Java：" + System.getProperty("java.vendor.version", "") + " " + Runtime.version());
        lines.add("nginx：" + first("nginx", "-v") + "；wrk：" + first("wrk", "-v"));
        return lines;
    }

    /** The commit measured, with a plus sign when the source had changes of its own. */
    static String commit(Path source) {
        String commit = first("git", "-C", source.toString(), "rev-parse", "--short=10", "HEAD");
        String changes = first("git", "-C", source.toString(), "status", "--porcelain", "--", "src", "pom.xml");
        return commit + (changes.equals("?") ? "" : "+");
    }

    private static String line(String file, String start) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(line.indexOf(line.contains(":") ? ':' : '=') + 1)
                            .strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }

    private static String first(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes());
            return out.lines()
                    .findFirst()
                    .orElse("?")
                    .replace("nginx version: ", "")
                    .replaceAll(" Copyright.*", "");
        } catch (IOException e) {
            return "没有 absent";
        }
    }
}
