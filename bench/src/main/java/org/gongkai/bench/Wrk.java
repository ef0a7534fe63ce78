package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gongkai.bench.Result.Sample;

/** Interleaved rounds of wrk over several targets; requests/s, latency, and the servers' own CPU time per request. */
final class Wrk {

    private static final Pattern RESULT =
            Pattern.compile("RESULT requests=(\\d+) seconds=([\\d.]+) p50=([\\d.]+) p99=([\\d.]+) errors=(\\d+)");

    /** Asks for the paths of a file in a fixed random order; prints one line at the end. */
    private static final String SCRIPT = """
            local paths, n = {}, 0
            for line in io.lines(os.getenv("PATHS")) do n = n + 1; paths[n] = line end
            local headers = {["Accept-Encoding"] = "gzip"}
            math.randomseed(tonumber(os.getenv("SEED")))
            request = function() return wrk.format("GET", paths[math.random(1, n)], headers) end
            done = function(s, l)
              io.write(string.format("RESULT requests=%d seconds=%.3f p50=%.3f p99=%.3f errors=%d\\n", s.requests, s.duration / 1e6,
                l:percentile(50) / 1000, l:percentile(99) / 1000,
                s.errors.status + s.errors.connect + s.errors.read + s.errors.timeout))
            end
            """;

    /**
     * One thing to ask.
     *
     * @param url base address
     * @param paths file with one path per line
     * @param connections at once
     * @param processes whose CPU time counts; looked up again each round, because PostgreSQL's children come and go
     */
    record Target(String name, String url, Path paths, Supplier<List<Long>> processes, int connections) {

        Target(String name, String url, Path paths, Supplier<List<Long>> processes) {
            this(name, url, paths, processes, 8);
        }
    }

    /** All rounds of one target. */
    record Measured(Sample perSecond, Sample p50, Sample p99, Sample cpuMicros, long errors) {}

    private final Path script;

    Wrk(Path scratch) throws IOException {
        script = scratch.resolve("paths.lua");
        Files.writeString(script, SCRIPT);
    }

    static boolean present() {
        return Files.isExecutable(Path.of("/usr/bin/wrk")) || Files.isExecutable(Path.of("/usr/local/bin/wrk"));
    }

    /** Round after round: every target once, in turn. */
    List<Measured> interleave(List<Target> targets, int rounds, int seconds) throws IOException, InterruptedException {
        List<List<double[]>> all = new ArrayList<>();
        targets.forEach(target -> all.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < targets.size(); i++) {
                all.get(i).add(once(targets.get(i), seconds, round));
            }
        }
        return all.stream().map(Wrk::sum).toList();
    }

    /** Loads without counting; an address that does not answer makes everything measured of it worthless. */
    void warm(Target target, int seconds) throws IOException, InterruptedException {
        double errors = once(target, seconds, 99)[4];
        if (errors > 0) {
            throw new IOException(target + ": " + (long) errors + " errors");
        }
    }

    private double[] once(Target target, int seconds, int seed) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "wrk", "-t1", "-c" + target.connections(), "-d" + seconds + "s", "-s", script.toString(), target.url());
        builder.environment().put("PATHS", target.paths().toString());
        builder.environment().put("SEED", Integer.toString(11 + seed));
        double before = Processes.cpuSeconds(target.processes().get());
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        double cpu = Processes.cpuSeconds(target.processes().get()) - before;
        var found = RESULT.matcher(out);
        if (!found.find()) {
            throw new IOException("wrk: " + out);
        }
        double requests = Double.parseDouble(found.group(1));
        return new double[] {
            requests / Double.parseDouble(found.group(2)),
            Double.parseDouble(found.group(3)),
            Double.parseDouble(found.group(4)),
            cpu * 1e6 / Math.max(1, requests),
            Double.parseDouble(found.group(5))
        };
    }

    private static Measured sum(List<double[]> rounds) {
        return new Measured(column(rounds, 0), column(rounds, 1), column(rounds, 2), column(rounds, 3), (long)
                rounds.stream().mapToDouble(round -> round[4]).sum());
    }

    private static Sample column(List<double[]> rounds, int i) {
        return new Sample(rounds.stream().mapToDouble(round -> round[i]).toArray());
    }
}
