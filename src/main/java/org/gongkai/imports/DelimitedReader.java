package org.gongkai.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 读 .csv、.tsv：分隔符自己认，引号里可以换行。 Comma, tab, semicolon or bar; quoted cells may span lines. */
final class DelimitedReader {

    private static final char[] DELIMITERS = {',', '\t', ';', '|', '，'};
    private static final int SAMPLE = 200;

    private final TableLimits limits;

    DelimitedReader(TableLimits limits) {
        this.limits = limits;
    }

    TableFile read(String fileName, DecodedText decoded) {
        char delimiter = delimiter(fileName, decoded.text());
        List<TableFile.Note> notes = new ArrayList<>();
        notes.add(TableFile.Note.of("imports.note.encoding", decoded.encoding()));
        if (decoded.damaged()) {
            notes.add(TableFile.Note.of("imports.note.damagedCharacters", decoded.damages()));
        }
        if (!TableReader.named(fileName, "csv", "tsv", "txt", "tab")) {
            notes.add(TableFile.Note.of("imports.note.disguised", "CSV"));
        }
        var budget = new GridBuilder.Budget(limits);
        GridBuilder grid = new GridBuilder("", false, budget).withoutMerges();
        Records records = new Records(decoded.text(), delimiter);
        int row = 0;
        while (records.next()) {
            for (int c = 0; c < records.fields.size() && !declares(row, records.fields); c++) {
                grid.put(row, c, Cell.text(records.fields.get(c)));
            }
            row++;
        }
        if (budget.cut()) {
            notes.add(TableFile.Note.of("imports.note.columnsCut", limits.columns()));
        }
        if (records.openQuote) {
            notes.add(TableFile.Note.of("imports.note.openQuote", records.openRow));
        }
        return new TableFile(fileName, TableFile.Format.DELIMITED, decoded.encoding(), List.of(grid.build()), notes);
    }

    /** Excel's own first line that names the delimiter: {@code sep=;}. */
    private static boolean declares(int row, List<String> fields) {
        return row == 0 && fields.getFirst().startsWith("sep=");
    }

    /** The delimiter under which the records agree best on a number of columns greater than one. */
    private static char delimiter(String fileName, String text) {
        char best = fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".tsv") ? '\t' : ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            Map<Integer, Integer> widths = new HashMap<>();
            Records records = new Records(text, delimiter);
            int read = 0;
            while (read < SAMPLE && records.next()) {
                widths.merge(records.fields.size(), 1, Integer::sum);
                read++;
            }
            for (var width : widths.entrySet()) {
                double share = (double) width.getValue() / read;
                double score = width.getKey() < 2 ? 0 : share * Math.min(width.getKey(), 12);
                if (score > bestScore + 1e-9) {
                    bestScore = score;
                    best = delimiter;
                }
            }
        }
        return best;
    }

    /** RFC 4180 with the leniency that real files need. */
    private static final class Records {
        private final String text;
        private final char delimiter;
        private int at;
        private boolean openQuote;
        private int openRow;
        private int row;
        private List<String> fields = List.of();

        Records(String text, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
        }

        boolean next() {
            if (at >= text.length()) {
                return false;
            }
            fields = new ArrayList<>();
            row++;
            while (true) {
                fields.add(field());
                if (at >= text.length()) {
                    return true;
                }
                if (text.charAt(at++) == '\n') {
                    return true;
                }
                if (at >= text.length()) {
                    fields.add("");
                    return true;
                }
            }
        }

        private String field() {
            if (text.charAt(at) == '"' && !openQuote) {
                int end = closingQuote(at + 1);
                if (end >= 0) {
                    String quoted = text.substring(at + 1, end).replace("\"\"", "\"");
                    at = end + 1;
                    return at < text.length() && !atEnd() ? quoted + plain() : quoted;
                }
                openQuote = true;
                openRow = row;
            }
            return plain();
        }

        private String plain() {
            int from = at;
            while (at < text.length() && !atEnd()) {
                at++;
            }
            return text.substring(from, at);
        }

        private boolean atEnd() {
            char c = text.charAt(at);
            return c == delimiter || c == '\n';
        }

        private int closingQuote(int from) {
            int i = from;
            while (i < text.length()) {
                if (text.charAt(i) == '"') {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        i++;
                    } else {
                        return i;
                    }
                }
                i++;
            }
            return -1;
        }
    }
}
