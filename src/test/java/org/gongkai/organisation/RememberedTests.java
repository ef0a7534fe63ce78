package org.gongkai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("名录的快照和索引号前段")
class RememberedTests {

    @Test
    @DisplayName("读的途中名录变了：这次读到的不留下，下一次重读")
    void a_slow_reader_cannot_put_the_past_back() {
        var reads = new AtomicInteger();
        var remembered = new AtomicReference<Remembered<Integer>>();
        remembered.set(new Remembered<>(() -> {
            int read = reads.incrementAndGet();
            if (read == 1) {
                remembered.get().forget(); // a change commits after the rows were read
            }
            return read;
        }));

        assertThat(remembered.get().get()).isEqualTo(1);
        assertThat(remembered.get().get()).as("read again").isEqualTo(2);
        assertThat(remembered.get().get()).as("now kept").isEqualTo(2);
        remembered.get().forget();
        assertThat(remembered.get().knownOrFresh()).isEqualTo(3);
        assertThat(remembered.get().knownOrFresh()).as("not kept").isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "00001434-9, 000014349",
        "000014349, 000014349",
        "11310113MB2F3034X9, MB2F3034X",
        "1131 0113 MB2F 3034 X9, MB2F3034X",
        "'', B-1"
    })
    @DisplayName("R-LIB-02：十八位统一社会信用代码取第九至十七位，短横不计，没有时用机构代码")
    void the_front_of_an_index_number_is_the_nine_character_code(String written, String front) {
        var body = new PublicBody(
                "B-1", "甲局", "甲局", List.of(), null, BodyLevel.COUNTY, BodyKind.DEPARTMENT, Set.of(), written);
        assertThat(body.indexFront()).isEqualTo(front);
    }
}
