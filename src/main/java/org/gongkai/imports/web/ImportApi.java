package org.gongkai.imports.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.imports.ImportDesk;
import org.gongkai.imports.ImportProblem;
import org.gongkai.imports.ImportRun;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 批量导入的接口；岗位按导入的种类另行检查。 */
@RestController
@RequestMapping("/api/v1/imports")
@Requires(scope = Scope.SELF)
class ImportApi {

    /**
     * 收下了的导入。
     *
     * @param id 任务编号，进度在 /api/v1/imports/{id}
     */
    record Accepted(long id) {}

    record Counts(long added, long changed, long unchanged, long rejected) {}

    /**
     * 一次导入。
     *
     * @param state WAITING、RUNNING、DONE、FAILED
     * @param progress 百分数，0 至 100
     * @param counts 新增、修改、未变、退回各几行；只预览时是真的导入会有的数
     * @param message 整个文件不能导入时的一句话
     * @param problems 每一处问题，至多一万条
     */
    record RunView(
            long id,
            String kind,
            String fileName,
            boolean dryRun,
            ImportRun.State state,
            long progress,
            long done,
            long total,
            Counts counts,
            String message,
            List<ImportProblem> problems) {}

    private final ImportDesk desk;
    private final Texts texts;

    ImportApi(ImportDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @PostMapping("/{kind:[a-z-]+}")
    ResponseEntity<Accepted> accept(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestParam Map<String, String> parameters)
            throws IOException {
        boolean preview = Asked.yes("dryRun", dryRun);
        if (file == null || file.isEmpty()) {
            throw Refused.unreadable("imports.noFile");
        }
        var rest = new LinkedHashMap<>(parameters);
        rest.remove("dryRun");
        String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        long id;
        try (var content = file.getInputStream()) {
            id = desk.accept(kind, name, content, rest, preview);
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(new Accepted(id));
    }

    @GetMapping("/{id:\\d+}")
    RunView run(@PathVariable long id) {
        var run = desk.require(id);
        return new RunView(
                run.id(),
                run.kind(),
                run.fileName(),
                run.dryRun(),
                run.state(),
                progress(run),
                run.done(),
                run.total(),
                new Counts(run.added(), run.changed(), run.unchanged(), run.rejected()),
                run.message(),
                desk.problems(id));
    }

    private static long progress(ImportRun run) {
        if (run.finished()) {
            return 100;
        }
        return run.total() == 0 ? 0 : Math.min(99, 100 * run.done() / run.total());
    }

    @GetMapping(value = "/{id:\\d+}/rows", produces = MediaType.APPLICATION_JSON_VALUE)
    String rows(@PathVariable long id) {
        return "[" + String.join(",", desk.rows(id)) + "]";
    }

    @GetMapping("/{id:\\d+}/marked")
    ResponseEntity<byte[]> marked(@PathVariable long id) {
        return Marked.of(desk, texts, desk.require(id));
    }

    /** The marked workbook as a download. */
    static final class Marked {

        private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        private static final String XLS = "application/vnd.ms-excel";

        private Marked() {}

        static ResponseEntity<byte[]> of(ImportDesk desk, Texts texts, ImportRun run) {
            var marked = desk.marked(run.id(), texts::get);
            String name = run.fileName().replaceAll("\\.[A-Za-z]{2,4}$", "") + "-" + texts.get("imports.marked.result")
                    + (marked.old() ? ".xls" : ".xlsx");
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(marked.old() ? XLS : XLSX))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name, StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(marked.bytes());
        }
    }
}
