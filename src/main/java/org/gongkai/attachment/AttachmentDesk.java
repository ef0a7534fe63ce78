package org.gongkai.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import org.gongkai.identity.CurrentActor;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 收附件：隔离、检查、清理、入库。不合格的说清楚哪条规则、上限多少、实际多少、该怎么办，什么都不留下。
 *
 * <p>Receives files. Whatever is refused leaves no file behind, only a journal line with the rule.
 */
@Component
public class AttachmentDesk {

    private final FileStore store;
    private final Attachments attachments;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AttachmentDesk(
            FileStore store,
            Attachments attachments,
            CurrentActor currentActor,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.attachments = attachments;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /**
     * 收一个文件。
     *
     * @param body 归哪个机构
     * @param givenName 上传时的文件名，不可信
     */
    public StoredFile receive(String body, String givenName, InputStream content) {
        return checked(body, givenName, content, (clean, name, kind) -> keep(body, name, kind, clean));
    }

    /**
     * 检查、清理一个文件，不入库：给把文件收在自己卷内的模块。
     *
     * <p>The same checks for a module that keeps the file among its own papers.
     *
     * @param body 归哪个机构
     * @throws Refused as {@link #receive}
     */
    public CleanFile clean(String body, String givenName, InputStream content) {
        return checked(
                body,
                givenName,
                content,
                (clean, name, kind) -> new CleanFile(
                        name.name(),
                        kind.mediaType(),
                        Files.readAllBytes(clean),
                        TextExtraction.of(clean, kind).hidden()));
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Path clean, FileName name, FileKind kind) throws IOException;
    }

    /** What is refused leaves a journal line and no file. */
    private <T> T checked(String body, String givenName, InputStream content, Use<T> use) {
        if (!currentActor.get().reaches(body)) {
            throw new Refused(Refusal.of("attachment.notYourBody"));
        }
        try {
            return quarantined(givenName, content, use);
        } catch (Refused refused) {
            transaction.executeWithoutResult(status -> events.publishEvent(
                    new AttachmentRefused(body, refused.refusal().messageKey())));
            throw refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T quarantined(String givenName, InputStream content, Use<T> use) throws IOException {
        var name = FileName.of(givenName);
        var kind = FileKind.of(name.extension())
                .orElseThrow(() ->
                        new Refused(Refusal.of("attachment.typeNotAllowed", name.extension(), FileKind.allowed())));
        var quarantined = store.quarantine(content, kind.mostBytes());
        if (quarantined == null) {
            throw new Refused(Refusal.of("attachment.tooLarge", kind.extension(), kind.megabytes()));
        }
        var clean = store.besides(quarantined);
        try {
            FileCheck.check(quarantined, kind);
            if (kind.isImage()) {
                Images.reencode(quarantined, clean, kind);
            } else {
                Files.move(quarantined, clean);
            }
            return use.of(clean, name, kind);
        } finally {
            Files.deleteIfExists(quarantined);
            Files.deleteIfExists(clean);
        }
    }

    private StoredFile keep(String body, FileName name, FileKind kind, Path clean) throws IOException {
        var text = TextExtraction.of(clean, kind);
        long size = Files.size(clean);
        var sha256 = FileStore.sha256(clean);
        store.keep(clean, sha256);
        Long id = transaction.execute(status -> {
            long stored = jdbc.sql("""
                            insert into attachment.file (sha256, name, extension, media_type, size, body, uploaded_by, uploaded_at,
                                   text_state, text_content, hidden)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(sha256, name.name(), kind.extension(), kind.mediaType(), size, body)
                    .param(currentActor.get().account())
                    .param(Timestamp.from(clock.instant()))
                    .param(text.state().name())
                    .param(text.text())
                    .param(text.hidden().toArray(String[]::new))
                    .query((row, n) -> row.getLong(1))
                    .single();
            events.publishEvent(new AttachmentStored(stored, body, sha256, size));
            return stored;
        });
        return transaction.execute(
                status -> attachments.find(java.util.Objects.requireNonNull(id)).orElseThrow());
    }

    /** 附件内容在磁盘上的位置，供下载。 */
    public Path content(StoredFile file) {
        return store.path(file.sha256());
    }

    /**
     * 把上传的文件读成正文：docx、html、txt 变成 HTML，没有清洗，不入库。
     *
     * <p>Reads an uploaded document as a body; what it returns is as untrusted as any input and is cleaned by whoever stores it.
     */
    public String asHtml(String givenName, InputStream content) {
        try {
            return BodyReader.read(store, givenName, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
