package org.gongkai.demonstration;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.ImportDesk;
import org.gongkai.imports.ImportRun;
import org.gongkai.organisation.PublicBodies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 示范区：首次启动、名录还空着的时候，用公开的导入格式装入一个虚构的区。{@code gongkai.demonstration=false} 不装。
 *
 * <p>Fills an empty database through the same imports a real district uses, so that what a newcomer sees is what the product does.
 */
@Component
@ConditionalOnBooleanProperty(name = "gongkai.demonstration", matchIfMissing = true)
class DemonstrationLoader {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationLoader.class);
    private static final int ASKED = 6;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final Actor LOADER = new Actor(
            "demonstration",
            "示范数据",
            null,
            Set.of(Duty.OFFICE, Duty.SYSTEM_ADMINISTRATOR, Duty.LIAISON, Duty.SECRECY_REVIEWER, Duty.SIGNER),
            Set.of(),
            true);

    private final ImportDesk imports;
    private final DemonstrationActs acts;
    private final DemonstrationRequests requests;
    private final PublicBodies bodies;
    private final DemonstrationProgress progress;
    private final CurrentActor current;
    private final Clock clock;

    DemonstrationLoader(
            ImportDesk imports,
            DemonstrationActs acts,
            DemonstrationRequests requests,
            PublicBodies bodies,
            DemonstrationProgress progress,
            CurrentActor current,
            Clock clock) {
        this.imports = imports;
        this.acts = acts;
        this.requests = requests;
        this.bodies = bodies;
        this.progress = progress;
        this.current = current;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void load() {
        current.runAs(LOADER, () -> {
            var reached = progress.reached();
            if (reached.isEmpty() && bodies.all().isEmpty()) {
                LOG.info("数据库是空的，正在装入示范区，都是虚构数据 (the database is empty, loading the made-up district)");
                progress.reach(DemonstrationStage.BEGUN);
                fill(DemonstrationStage.BEGUN);
            } else if (reached.isPresent() && reached.get() != DemonstrationStage.LOADED) {
                LOG.info("示范区上次没有装完，接着装 (going on where loading the district was cut short)");
                fill(reached.get());
            }
        });
    }

    private record Step(DemonstrationStage reaches, Runnable run) {}

    /** 从断开的那一步接着做；那一步再做一遍，做完了的不重做。 The step that was cut off is done again, none before it. */
    private void fill(DemonstrationStage reached) {
        steps(DistrictYear.until(LocalDate.now(clock))).stream()
                .filter(step -> step.reaches().compareTo(reached) > 0)
                .forEach(step -> {
                    step.run().run();
                    progress.reach(step.reaches());
                });
        LOG.info("示范区已装好，其中逾期 {} 条 (the district is loaded, so many overdue)", acts.overdue());
    }

    private List<Step> steps(DistrictYear year) {
        return List.of(
                new Step(DemonstrationStage.IMPORTED, () -> read(year)),
                new Step(DemonstrationStage.WITHDRAWN, () -> acts.withdraw(year)),
                new Step(DemonstrationStage.EXCUSED, acts::excuse),
                new Step(DemonstrationStage.SUBMITTED, acts::submit),
                new Step(DemonstrationStage.ADJUSTED, () -> acts.dropItem(LocalDate.now(clock))),
                new Step(DemonstrationStage.SPREAD, () -> acts.spread(year)),
                new Step(
                        DemonstrationStage.LOADED,
                        () -> requests.perform(RequestScript.year(asked(year), year.from(), year.to()), year.to())));
    }

    private void read(DistrictYear year) {
        var files = new DistrictFiles(year);
        load("bodies", "示范区机构名录.csv", new ByteArrayInputStream(files.bodies()), Map.of());
        for (String area : files.areas()) {
            load(
                    "catalogue",
                    area + "标准目录.xlsx",
                    new ByteArrayInputStream(files.catalogue(area)),
                    Map.of(
                            "area",
                            area,
                            "reason",
                            "示范区首版",
                            "effectiveFrom",
                            year.from().toString()));
        }
        load("formations", "示范区信息形成.jsonl", lines(files.formations().collect(Collectors.joining("\n"))), Map.of());
        load("disclosures", "示范区公开信息.jsonl", lines(files.disclosures().collect(Collectors.joining("\n"))), Map.of());
        load("disclosures", "示范区更正.jsonl", lines(files.corrections().collect(Collectors.joining("\n"))), Map.of());
        String area = files.areas().getFirst();
        load(
                "catalogue",
                area + "标准目录（修订）.xlsx",
                new ByteArrayInputStream(files.revisedCatalogue(area)),
                Map.of("area", area, "reason", "补充公开要素"));
        long published = year.published().count();
        await(() -> acts.settled(published));
    }

    /** 收到申请的几个机关：政府和最前面的几个部门。 */
    private static List<String> asked(DistrictYear year) {
        return year.bodies().stream().limit(ASKED).map(District.Body::code).toList();
    }

    private void load(String kind, String name, InputStream content, Map<String, String> parameters) {
        long id = imports.accept(kind, name, content, parameters, false);
        await(() -> imports.require(id).finished());
        ImportRun run = imports.require(id);
        LOG.info("{}：新增 {}，错误 {} (added, wrong) {}", name, run.added(), run.rejected(), run.message());
    }

    private static void await(BooleanSupplier done) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
        }
    }

    private static InputStream lines(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
