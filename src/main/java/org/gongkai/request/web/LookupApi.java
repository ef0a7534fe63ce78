package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.ApplicantDesk;
import org.gongkai.request.ApplicantView;
import org.gongkai.request.Paper;
import org.gongkai.request.Particulars;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 申请人凭查询码：查询码只在请求正文里，从不在地址里（T21）。 The look-up code travels in the body, never in an address. */
@RestController
class LookupApi {

    private final Lookup lookup;
    private final ApplicantDesk applicants;
    private final Texts texts;

    LookupApi(Lookup lookup, ApplicantDesk applicants, Texts texts) {
        this.lookup = lookup;
        this.applicants = applicants;
        this.texts = texts;
    }

    /**
     * 查询码，和要做的事的内容。
     *
     * @param code 查询码，连同校验位
     * @param reference 拆分出来的一件的受理号；不写为原件
     * @param as 下载文书时写 {@code pdf}，不写为 .docx
     */
    record CodePayload(
            @Nullable String code,
            @Nullable String reference,
            @Nullable String words,
            @Nullable String as) {

        @Override
        public String toString() {
            return "CodePayload[]";
        }
    }

    /** 办到哪一步、逐日的期限、该做什么、收到的文书。 */
    @PostMapping("/api/v1/requests/lookup")
    @Requires(scope = Scope.PUBLIC)
    ResponseEntity<RequestPayload.Seen> look(@RequestBody CodePayload payload, HttpServletRequest request) {
        return seen(lookup.counted(request, () -> applicants.look(Asked.needed("code", payload.code()))));
    }

    /** 补正（{@code correct}）、说明理由（{@code explain}）、撤回（{@code withdraw}）。 */
    @PostMapping("/api/v1/requests/lookup/{action:correct|explain|withdraw}")
    @Requires(scope = Scope.PUBLIC)
    ResponseEntity<RequestPayload.Seen> perform(
            @PathVariable String action, @RequestBody CodePayload payload, HttpServletRequest request) {
        var words = Asked.text(payload.words());
        return seen(lookup.counted(
                request,
                () -> applicants.perform(
                        Asked.needed("code", payload.code()),
                        Asked.text(payload.reference()),
                        RequestApi.action(action),
                        words == null ? Particulars.NONE : Particulars.words(words))));
    }

    /** 下载一份文书。 */
    @PostMapping("/api/v1/requests/lookup/papers/{paper:[0-9]{1,18}}")
    @Requires(scope = Scope.PUBLIC)
    ResponseEntity<byte[]> paper(
            @PathVariable long paper, @RequestBody CodePayload payload, HttpServletRequest request) {
        return file(lookup.counted(
                request,
                () -> applicants.paper(
                        Asked.needed("code", payload.code()),
                        Asked.text(payload.reference()),
                        paper,
                        "pdf".equals(payload.as()))));
    }

    static ResponseEntity<byte[]> file(Paper.Content content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .body(content.bytes());
    }

    private ResponseEntity<RequestPayload.Seen> seen(ApplicantView view) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .body(RequestPayload.Seen.of(
                        view, texts.get("request.workflow.state." + view.state().name())));
    }
}
