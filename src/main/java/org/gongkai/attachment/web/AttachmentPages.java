package org.gongkai.attachment.web;

import java.nio.charset.StandardCharsets;
import org.gongkai.attachment.AttachmentDesk;
import org.gongkai.attachment.Attachments;
import org.gongkai.attachment.StoredFile;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * 送出附件：已公开的人人可取，未公开的只有本机构；一律按附件下载（图片除外），不在本站身份下执行任何内容。
 *
 * <p>Serves files; row-level security decides. Nothing served here can run in the site's name: attachment disposition, nosniff, and a
 * sandbox policy of its own.
 */
@Controller
class AttachmentPages {

    private final Attachments attachments;
    private final AttachmentDesk desk;
    private final TransactionTemplate scoped;

    AttachmentPages(Attachments attachments, AttachmentDesk desk, PlatformTransactionManager transactions) {
        this.attachments = attachments;
        this.desk = desk;
        this.scoped = new TransactionTemplate(transactions);
        this.scoped.setReadOnly(true);
    }

    @GetMapping("/attachments/{id:[0-9]{1,18}}")
    @Requires(scope = Scope.PUBLIC)
    ResponseEntity<Resource> download(@PathVariable long id) {
        var file = attachments
                .find(id)
                .or(() -> java.util.Objects.requireNonNull(scoped.execute(status -> attachments.find(id))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var content = new FileSystemResource(desk.content(file));
        if (!content.exists()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .eTag('"' + file.sha256() + '"')
                .cacheControl(file.released() ? CacheControl.noCache().cachePublic() : CacheControl.noStore())
                .body(content);
    }

    private static String disposition(StoredFile file) {
        var kind = file.isImage() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return kind.filename(file.name(), StandardCharsets.UTF_8).build().toString();
    }
}
