package org.gongkai.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.imports.spi.Importer;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionSystemException;

/**
 * 导入任务：收下文件，在后台以上传人的身份执行；系统中途停了，下次启动接着做。
 *
 * <p>Takes files and runs imports in the background, a few at a time; an unfinished run starts again with the system.
 */
@Service
public class ImportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
    private static final int AT_ONCE = 2;
    private static final int ATTEMPTS = 60;
    private static final int SHOWN = 300;

    private final ImportRuns runs;
    private final ObjectProvider<Importer> importers;
    private final CurrentActor current;
    private final Sentences sentences;
    private final Uploads uploads;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Set<Long> inWork = ConcurrentHashMap.newKeySet();

    ImportDesk(
            ImportRuns runs,
            ObjectProvider<Importer> importers,
            CurrentActor current,
            Sentences sentences,
            @Value("${gongkai.home}") Path home) {
        this.runs = runs;
        this.importers = importers;
        this.current = current;
        this.sentences = sentences;
        this.uploads = new Uploads(home.resolve("imports"));
    }

    /** 收下一个文件并排队执行，返回任务编号。 */
    public long accept(
            String kind, String fileName, InputStream content, Map<String, String> parameters, boolean dryRun) {
        var importer = importer(kind);
        var actor = current.get();
        if (importer.duties().stream().noneMatch(actor::has)) {
            throw new Refused(Refusal.of("imports.notYourDuty", "imports.kind." + kind));
        }
        if (isNarrowed(importer, actor)) {
            throw new Refused(Refusal.of("imports.districtOnly", "imports.kind." + kind));
        }
        Path waiting = uploads.store(content);
        long id = runs.next();
        uploads.keep(waiting, id); // in its place before anybody can see the run, this process or the next
        runs.add(id, kind, Uploads.safeName(fileName), parameters, dryRun, actor);
        start(id);
        return id;
    }

    /** 还没有做完的任务，系统启动后接着做。 */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        runs.unfinished().forEach(this::start);
    }

    /** 一次导入；别人的、没有的都说没有。 */
    public ImportRun require(long id) {
        var run = runs.find(id).orElseThrow(() -> Refused.missing("imports.unknown"));
        var actor = current.get();
        if (!actor.district() && !actor.account().equals(run.account())) {
            throw Refused.missing("imports.unknown");
        }
        return run;
    }

    /** 预览没有问题之后，把同一个文件写入。只有做完的预览才能写入。 */
    public long applyPreviewed(long id) {
        var run = require(id);
        if (!run.dryRun() || run.state() != ImportRun.State.DONE) {
            throw new Refused(Refusal.of("imports.notPreviewed", run.fileName()));
        }
        try (var content = Files.newInputStream(uploads.file(id))) {
            return accept(run.kind(), run.fileName(), content, runs.parameters(id), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 最近的导入。 */
    public List<ImportRun> recent() {
        var actor = current.get();
        return runs.recent(actor.account(), actor.district());
    }

    public List<ImportProblem> problems(long id) {
        require(id);
        return runs.problems(id, 10_000);
    }

    /** 读懂的行，每行一个 JSON。 */
    public List<String> rows(long id) {
        require(id);
        return runs.rows(id);
    }

    /** 预览里新增、修改的行，太多时只给前面一部分。 */
    public List<RowChange> changes(long id) {
        require(id);
        return runs.changes(id, SHOWN);
    }

    /** 读完之后还要人决定的事在哪个页面。 */
    public Optional<String> followUp(ImportRun run) {
        return run.state() == ImportRun.State.DONE
                ? importer(run.kind()).followUp(run.id(), runs.rows(run.id()))
                : Optional.empty();
    }

    /** 退回的表：用户自己的文件，标出每一处问题。 The user's own workbook, every problem marked. */
    public Marked marked(long id, UnaryOperator<String> text) {
        var run = require(id);
        var bytes = new ByteArrayOutputStream();
        try {
            byte[] sent = Files.readAllBytes(uploads.file(id));
            var table = importer(run.kind()).table(run.fileName(), sent);
            new MarkedWorkbook(text).write(table, sent, runs.problems(id, 10_000), bytes);
            return new Marked(bytes.toByteArray(), table.format() == TableFile.Format.XLS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param old 内容是 .xls（不看文件名） · in the old binary form, whatever the file was called
     */
    public record Marked(byte[] bytes, boolean old) {}

    /** 这个人能导入的种类。 */
    public List<String> kinds() {
        var actor = current.get();
        return importers.stream()
                .filter(importer -> importer.duties().stream().anyMatch(actor::has))
                .filter(importer -> !isNarrowed(importer, actor))
                .map(Importer::kind)
                .sorted()
                .toList();
    }

    /** 有全区的岗位，却被令牌限定在一个机构里：不能导入全区共用的内容。 */
    private static boolean isNarrowed(Importer importer, Actor actor) {
        return importer.isDistrictWide()
                && !actor.district()
                && importer.duties().stream().filter(actor::has).allMatch(Duty::isDistrictWide);
    }

    private Importer importer(String kind) {
        return importers.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refused.missing("imports.unknownKind", kind));
    }

    /** 启动时接着做的和刚收下的可能是同一个，只做一次。 Never twice at the same time. */
    private void start(long id) {
        if (!inWork.add(id)) {
            return;
        }
        Thread.ofVirtual().name("import-" + id).start(() -> {
            try {
                places.acquire();
                try {
                    execute(id);
                } finally {
                    places.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                inWork.remove(id);
            }
        });
    }

    /** 数据库中途断了的，接通后从头再做：导入两次等于一次。 Starts again when the database was lost on the way. */
    private void execute(long id) {
        for (int attempt = 1; ; attempt++) {
            try {
                once(id);
                return;
            } catch (RuntimeException e) {
                if (!lostDatabase(e) || attempt == ATTEMPTS) {
                    LOG.error("导入 {} 没有做成 (import failed)", id, e);
                    fail(id);
                    return;
                }
                LOG.warn("导入 {} 因数据库中断，重新开始 (the database was lost, starting the import again)", id, e);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private static boolean lostDatabase(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            // a rollback that fails: the connection under it was gone
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && (sql.getSQLState().startsWith("08")
                                    || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }

    private void once(long id) {
        var run = runs.find(id).orElseThrow();
        var report = new RunReport(runs, id, sentences);
        try {
            if (!Files.exists(uploads.file(id))) {
                throw new Refused(Refusal.of("imports.uploadLost", run.fileName()));
            }
            runs.begin(id);
            var importer = importer(run.kind());
            var upload = new Importer.Upload(
                    uploads.file(id), run.fileName(), runs.parameters(id), run.dryRun(), "import:" + id);
            current.runAs(runs.actor(id), () -> importer.run(upload, report));
            report.flush();
            runs.finish(id, ImportRun.State.DONE, "");
        } catch (Refused refused) {
            report.flush();
            runs.finish(id, ImportRun.State.FAILED, sentences.sentence(refused.refusal()));
        }
    }

    private void fail(long id) {
        try {
            runs.finish(id, ImportRun.State.FAILED, sentences.sentence(Refusal.of("imports.broken", id)));
        } catch (RuntimeException e) {
            LOG.warn("导入 {} 下次启动时再做 (import to be tried again at the next start)", id, e);
        }
    }
}
