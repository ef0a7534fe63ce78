package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * One workload as it was measured, kept in a file of its own below bench/results, so that workloads can be run one at a time and the
 * report is always written from files.
 *
 * @param workload its name on the command line
 * @param measuredOn the day
 * @param commit of the source
 * @param machine what it ran on
 * @param rounds interleaved rounds
 * @param seconds of each round
 * @param load load average before and after
 */
record Measurement(
        String workload,
        LocalDate measuredOn,
        String commit,
        List<String> machine,
        int rounds,
        int seconds,
        String load,
        List<Result> results) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Path file(Setting setting, String workload) {
        return setting.source().resolve("bench/results").resolve(workload + ".json");
    }

    void write(Setting setting) throws IOException {
        Path file = file(setting, workload);
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /** Null when it has never been measured. */
    static Measurement read(Setting setting, String workload) throws IOException {
        Path file = file(setting, workload);
        return Files.exists(file) ? JSON.readValue(Files.readString(file), Measurement.class) : null;
    }
}
