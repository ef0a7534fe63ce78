package org.gongkai.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("时限算例表 deadline-cases.csv")
class DeadlineCasesTests {

    /** 表里的算例都在有通知的年份内，或者用不到通知。 2027 has no notice yet; the table counts it as ordinary weeks, so leave it out here. */
    private static final WorkingCalendar CALENDAR = WorkingCalendar.of(
            1,
            WorkingCalendar.builtIn().notices().stream()
                    .filter(notice -> notice.year() >= 2018)
                    .toList(),
            List.of());

    static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(DeadlineCases.FILE).stream()
                .filter(line -> line.startsWith("D-"))
                .map(line -> line.split(",", -1));
    }

    @ParameterizedTest(name = "{0}: {1} + {2} {3}")
    @MethodSource("rows")
    @DisplayName("每个算例的最后一日")
    void each_case_falls_due_as_written(
            String id,
            LocalDate start,
            int limit,
            String unit,
            boolean roll,
            String pauses,
            int extension,
            LocalDate due,
            String weekday,
            String weekdaysOnly,
            String withoutMakeUp) {
        List<LocalDate[]> spans = Arrays.stream(pauses.split(" "))
                .filter(pause -> !pause.isBlank())
                .map(pause -> pause.split("/"))
                .map(pause -> new LocalDate[] {LocalDate.parse(pause[0]), LocalDate.parse(pause[1])})
                .toList();
        var history = new NaiveDays.History(start, limit, unit, roll, spans, extension);

        Deadline deadline = DeadlineTests.deadline(history, CALENDAR);

        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.explain().getLast().date()).isEqualTo(due);
    }

    @Test
    @DisplayName("算例表与独立推算逐字一致，不少于 500 行，其中多数只认周末的日历会算错")
    void the_table_is_what_the_oracle_writes() throws IOException {
        assertThat(Files.readString(DeadlineCases.FILE)).isEqualTo(DeadlineCases.written());
        List<String[]> rows = rows().toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(500);
        assertThat(rows.stream().filter(row -> !row[9].isEmpty()).count()).isGreaterThan(400);
        assertThat(rows.stream().filter(row -> !row[10].isEmpty()).count()).isGreaterThan(300);
    }
}
