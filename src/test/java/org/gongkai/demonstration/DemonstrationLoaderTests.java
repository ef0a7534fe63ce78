package org.gongkai.demonstration;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gongkai.identity.CurrentActor;
import org.gongkai.imports.ImportDesk;
import org.gongkai.imports.ImportRun;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("示范区：空库才装，装到一半接着装，真的区从来不装")
class DemonstrationLoaderTests {

    private final ImportDesk imports = mock(ImportDesk.class);
    private final DemonstrationActs acts = mock(DemonstrationActs.class);
    private final DemonstrationRequests requests = mock(DemonstrationRequests.class);
    private final PublicBodies bodies = mock(PublicBodies.class);
    private final DemonstrationProgress progress = mock(DemonstrationProgress.class);

    @Test
    @DisplayName("空库：记下开始，导入，办理，记下装好")
    void an_empty_database_is_filled() {
        load(null, true);

        var order = inOrder(progress, imports, acts, requests);
        order.verify(progress).reach(DemonstrationStage.BEGUN);
        order.verify(imports, atLeast(5)).accept(anyString(), anyString(), any(), any(), anyBoolean());
        order.verify(progress).reach(DemonstrationStage.IMPORTED);
        order.verify(acts).withdraw(any());
        order.verify(acts).excuse();
        order.verify(acts).submit();
        order.verify(acts).dropItem(any());
        order.verify(acts).spread(any());
        order.verify(requests).perform(any(), any());
        order.verify(progress).reach(DemonstrationStage.LOADED);
    }

    @Test
    @DisplayName("导入时断过：名录已经有了，也从头再导一遍")
    void an_interrupted_import_is_repeated() {
        load(DemonstrationStage.BEGUN, false);

        verify(imports, atLeast(5)).accept(anyString(), anyString(), any(), any(), anyBoolean());
        verify(progress).reach(DemonstrationStage.LOADED);
    }

    @Test
    @DisplayName("导入完了断过：没有办的接着办，文件不再导入")
    void what_was_not_done_is_done() {
        load(DemonstrationStage.IMPORTED, false);

        verify(imports, never()).accept(anyString(), anyString(), any(), any(), anyBoolean());
        var order = inOrder(progress, acts, requests);
        order.verify(acts).withdraw(any());
        order.verify(progress).reach(DemonstrationStage.WITHDRAWN);
        order.verify(requests).perform(any(), any());
        order.verify(progress).reach(DemonstrationStage.LOADED);
    }

    @Test
    @DisplayName("办理时断过：办过的不重办")
    void acts_are_not_repeated() {
        load(DemonstrationStage.SUBMITTED, false);

        verify(acts, never()).withdraw(any());
        verify(acts, never()).excuse();
        verify(acts, never()).submit();
        verify(acts).dropItem(any());
        verify(requests).perform(any(), any());
        verify(progress).reach(DemonstrationStage.LOADED);
    }

    @Test
    @DisplayName("装好了的、真的区：什么也不做")
    void a_real_district_is_left_alone() {
        load(DemonstrationStage.LOADED, true);
        load(null, false);

        verifyNoInteractions(imports, acts, requests);
        verify(progress, never()).reach(any());
    }

    private void load(@Nullable DemonstrationStage reached, boolean empty) {
        when(progress.reached()).thenReturn(Optional.ofNullable(reached));
        when(bodies.all()).thenReturn(empty ? List.of() : List.of(mock(PublicBody.class)));
        when(acts.settled(anyLong())).thenReturn(true);
        when(imports.require(anyLong())).thenReturn(done());
        var current = mock(CurrentActor.class);
        doAnswer(call -> {
                    call.getArgument(1, Runnable.class).run();
                    return null;
                })
                .when(current)
                .runAs(any(), any());
        var clock = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneId.of("Asia/Shanghai"));
        new DemonstrationLoader(imports, acts, requests, bodies, progress, current, clock).load();
    }

    private static ImportRun done() {
        return new ImportRun(
                1,
                "bodies",
                "a.csv",
                false,
                "demonstration",
                ImportRun.State.DONE,
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
