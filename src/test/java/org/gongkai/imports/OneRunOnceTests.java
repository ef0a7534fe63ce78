package org.gongkai.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.ui.Sentences;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;

@DisplayName("同一次导入不会同时做两遍")
class OneRunOnceTests {

    private static final long RUN = 7;

    @Test
    @DisplayName("正在做的，启动时不再另做一遍；做完了可以再做")
    void a_run_in_work_is_not_started_again(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("imports"));
        Files.writeString(home.resolve("imports").resolve(RUN + ".bin"), "x");
        var begun = new AtomicInteger();
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var runs = mock(ImportRuns.class);
        when(runs.unfinished()).thenReturn(List.of(RUN, RUN));
        when(runs.find(RUN)).thenReturn(Optional.of(run()));
        doAnswer(_ -> {
                    begun.incrementAndGet();
                    first.countDown();
                    assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
                    throw new IllegalStateException("broken on purpose");
                })
                .when(runs)
                .begin(RUN);
        var desk = new ImportDesk(runs, nothing(), mock(CurrentActor.class), mock(Sentences.class), home);

        desk.resume();
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        desk.resume();
        go.countDown();
        verify(runs, timeout(30_000)).finish(eq(RUN), eq(ImportRun.State.FAILED), any());

        assertThat(begun).hasValue(1);
        verify(runs).begin(anyLong());
    }

    @Test
    @DisplayName("任务登记下来的时候，文件已经在它的位置上：别人这时启动也读得到")
    void the_file_is_there_before_the_run(@TempDir Path home) {
        var runs = mock(ImportRuns.class);
        when(runs.next()).thenReturn(RUN);
        when(runs.find(RUN)).thenReturn(Optional.empty());
        var there = new AtomicBoolean();
        doAnswer(_ -> {
                    there.set(Files.exists(home.resolve("imports").resolve(RUN + ".bin")));
                    return null;
                })
                .when(runs)
                .add(eq(RUN), any(), any(), any(), anyBoolean(), any());
        var importer = mock(org.gongkai.imports.spi.Importer.class);
        when(importer.kind()).thenReturn("bodies");
        when(importer.duties()).thenReturn(Set.of(Duty.OFFICE));
        var importers = nothing();
        when(importers.stream()).thenAnswer(_ -> Stream.of(importer));
        var current = mock(CurrentActor.class);
        when(current.get()).thenReturn(new Actor("office", "科员", null, Set.of(Duty.OFFICE), Set.of(), true));
        var desk = new ImportDesk(runs, importers, current, mock(Sentences.class), home);

        desk.accept("bodies", "a.csv", new ByteArrayInputStream(new byte[] {1}), Map.of(), true);
        assertThat(there).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static ObjectProvider<org.gongkai.imports.spi.Importer> nothing() {
        return mock(ObjectProvider.class);
    }

    private static ImportRun run() {
        return new ImportRun(
                RUN,
                "bodies",
                "a.csv",
                false,
                "office",
                ImportRun.State.WAITING,
                0,
                0,
                0,
                0,
                0,
                0,
                "",
                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                null);
    }
}
