package org.gongkai.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.law.LegalBasis;

/**
 * 收费标准的一行，来自 {@code data/request/fee-bands.csv}。
 *
 * <p>One line of the tariff. An open band may climb: every {@code step} units cost {@code rise} more each.
 */
record FeeBand(FeeBasis basis, int from, int to, long yuan, int step, long rise, LegalBasis source) {

    private static final List<FeeBand> ALL = read();

    static List<FeeBand> of(FeeBasis basis) {
        return ALL.stream().filter(band -> band.basis == basis).toList();
    }

    /** The parts of this band that a count reaches. */
    List<ProcessingFee.Part> parts(int count) {
        var parts = new ArrayList<ProcessingFee.Part>();
        long each = yuan;
        for (int first = from; first <= Math.min(count, to); first += step) {
            int last = Math.min(Math.min(count, to), first + step - 1);
            parts.add(new ProcessingFee.Part(first, last, each, each * (last - first + 1), source));
            each += rise;
        }
        return parts;
    }

    private static List<FeeBand> read() {
        try (var in = FeeBand.class.getResourceAsStream("/data/request/fee-bands.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/request/fee-bands.csv is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(FeeBand::band)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeeBand band(String[] cell) {
        int from = Integer.parseInt(cell[1]);
        int to = cell[2].isEmpty() ? ProcessingFee.MOST : Integer.parseInt(cell[2]);
        return new FeeBand(
                FeeBasis.valueOf(cell[0]),
                from,
                to,
                Long.parseLong(cell[3]),
                cell[4].isEmpty() ? ProcessingFee.MOST : Integer.parseInt(cell[4]),
                cell[5].isEmpty() ? 0 : Long.parseLong(cell[5]),
                LegalBasis.of(cell[6]));
    }
}
