package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("读一次、记住的值")
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
        assertThat(remembered.get().knownOrFresh().value()).isEqualTo(3);
        var fourth = remembered.get().knownOrFresh();
        assertThat(fourth.value()).as("not kept").isEqualTo(4);
        remembered.get().keep(fourth);
        assertThat(remembered.get().get()).as("kept on request").isEqualTo(4);
        var stale = remembered.get().knownOrFresh();
        remembered.get().forget();
        remembered.get().keep(stale);
        assertThat(remembered.get().get())
                .as("what went stale meanwhile is not")
                .isEqualTo(5);
    }
}
