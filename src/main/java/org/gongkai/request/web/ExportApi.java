package org.gongkai.request.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.FolderExport;
import org.gongkai.request.FolderExports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 导出卷宗的接口：申请、批准、不批准、下载。 Ask, approve, refuse, take. */
@RestController
@Requires(
        scope = Scope.SUBTREE,
        value = {Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE})
class ExportApi {

    private final FolderExports exports;

    ExportApi(FolderExports exports) {
        this.exports = exports;
    }

    /**
     * 申请、决定时说的话。
     *
     * @param purpose 申请：用途
     * @param reason 不批准：理由
     */
    record WordsPayload(@Nullable String purpose, @Nullable String reason) {

        private static String plain(@Nullable String words) {
            return words == null ? "" : words;
        }
    }

    /** 申请导出一件的卷宗，写明用途。 */
    @PostMapping("/api/v1/requests/{id:[0-9]{1,18}}/exports")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(
            scope = Scope.SUBTREE,
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE})
    Map<String, Object> ask(@PathVariable long id, @RequestBody WordsPayload payload) {
        return shown(exports.ask(id, WordsPayload.plain(payload.purpose())));
    }

    /** 范围内的导出，待批的在前。 */
    @GetMapping("/api/v1/requests/exports")
    @Requires(
            scope = Scope.SUBTREE,
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE})
    List<Map<String, Object>> all() {
        return exports.all().stream().map(ExportApi::shown).toList();
    }

    /** 批准；申请的人自己不能批准。 */
    @PostMapping("/api/v1/requests/exports/{export:[0-9]{1,18}}/approve")
    Map<String, Object> approve(@PathVariable long export) {
        return shown(exports.approve(export));
    }

    /** 不批准，说明理由。 */
    @PostMapping("/api/v1/requests/exports/{export:[0-9]{1,18}}/refuse")
    Map<String, Object> refuse(@PathVariable long export, @RequestBody WordsPayload payload) {
        return shown(exports.refuse(export, WordsPayload.plain(payload.reason())));
    }

    /** 下载批准了的卷宗（zip），每次留痕。 */
    @GetMapping("/api/v1/requests/exports/{export:[0-9]{1,18}}/folder")
    @Requires(
            scope = Scope.SUBTREE,
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE})
    ResponseEntity<byte[]> folder(@PathVariable long export) {
        return LookupApi.file(exports.download(export));
    }

    private static Map<String, Object> shown(FolderExport export) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", export.id());
        shown.put("request", export.request());
        shown.put("reference", export.reference());
        shown.put("body", export.body());
        shown.put("purpose", export.purpose());
        shown.put("state", export.state().name());
        shown.put("askedBy", export.askedBy());
        shown.put("askedAt", export.askedAt());
        shown.put("decidedBy", export.decidedBy());
        shown.put("decidedAt", export.decidedAt());
        shown.put("reason", export.reason());
        shown.put("until", export.until());
        shown.put("downloads", export.downloads());
        return shown;
    }
}
