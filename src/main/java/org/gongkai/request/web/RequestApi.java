package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.Application;
import org.gongkai.request.CaseKind;
import org.gongkai.request.CaseViews;
import org.gongkai.request.Filed;
import org.gongkai.request.Paper;
import org.gongkai.request.RequestAction;
import org.gongkai.request.RequestDesk;
import org.gongkai.request.RequestFilter;
import org.gongkai.request.RequestLine;
import org.gongkai.request.Requests;
import org.gongkai.request.SuppliedFiles;
import org.gongkai.ui.Asked;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 依申请公开接口：任何人可以提出，有岗位的人办理。 Filing for everybody, handling for staff with a token. */
@RestController
class RequestApi {

    private final Filing filing;
    private final RequestDesk desk;
    private final Requests requests;
    private final CaseViews views;
    private final SuppliedFiles supplied;
    private final Readings readings;
    private final CurrentActor actors;

    RequestApi(
            Filing filing,
            RequestDesk desk,
            Requests requests,
            CaseViews views,
            SuppliedFiles supplied,
            Readings readings,
            CurrentActor actors) {
        this.filing = filing;
        this.desk = desk;
        this.requests = requests;
        this.views = views;
        this.supplied = supplied;
        this.readings = readings;
        this.actors = actors;
    }

    /**
     * 提出申请。没有令牌的是网上提交；有经办岗位的，可以登记其他方式来的。
     *
     * @param key 同一个标记再来，是同一件
     * @param proof 交得太密时验算的答案：{@code 题目:数}，题目在 429 的 {@code challenge} 里；不带的，等够 {@code retryAfterSeconds} 再交
     */
    @PostMapping(path = "/api/v1/requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(scope = Scope.PUBLIC)
    ResponseEntity<Map<String, Object>> file(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Proof-Of-Work", defaultValue = "") String proof,
            @RequestBody ApplicationPayload payload,
            HttpServletRequest request) {
        return filed(filing.file(payload.application(Asked.text(key), List.of()), proof, request));
    }

    /** 提出申请，带附件：{@code application} 为申请表，{@code attachments} 为文件。 */
    @PostMapping(path = "/api/v1/requests", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(scope = Scope.PUBLIC)
    ResponseEntity<Map<String, Object>> fileWithAttachments(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Proof-Of-Work", defaultValue = "") String proof,
            @RequestPart("application") ApplicationPayload payload,
            @RequestPart(name = "attachments", required = false) @Nullable List<MultipartFile> attachments,
            HttpServletRequest request) {
        return filed(filing.file(payload.application(Asked.text(key), enclosures(attachments)), proof, request));
    }

    static List<Application.Enclosure> enclosures(@Nullable List<MultipartFile> files) {
        var enclosures = new ArrayList<Application.Enclosure>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty() || !String.valueOf(file.getOriginalFilename()).isEmpty()) {
                try {
                    enclosures.add(
                            new Application.Enclosure(String.valueOf(file.getOriginalFilename()), file.getBytes()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return enclosures;
    }

    private static ResponseEntity<Map<String, Object>> filed(Filed filed) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("id", filed.id());
        receipt.put("reference", filed.reference());
        receipt.put("state", filed.state().name());
        receipt.put("lookupCode", filed.code().isEmpty() ? null : filed.code());
        receipt.put("repeated", filed.code().isEmpty());
        return ResponseEntity.status(filed.code().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/v1/requests/" + filed.id()))
                .body(receipt);
    }

    /**
     * 范围内的申请，按最后一日。
     *
     * @param view RUNNING（默认）、OVERDUE、WAITING、UNOWNED、FINISHED、ALL
     * @param caseKind DISCLOSURE 申请公开，RECTIFICATION 申请更正；不写为全部
     * @param q 受理号，或者申请人的姓名、证件号码、电话（全文）
     */
    @GetMapping("/api/v1/requests")
    @SeesCases
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String caseKind,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String size) {
        var asked = Asked.one("view", view, RequestFilter.View.class);
        var filter = new RequestFilter(
                asked == null ? RequestFilter.View.RUNNING : asked,
                Asked.one("caseKind", caseKind, CaseKind.class),
                Asked.text(body),
                Asked.text(owner),
                Asked.text(q));
        var page = requests.list(filter, Asked.text(cursor), Asked.size(size, 50, 200));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items().stream().map(RequestApi::line).toList());
        answer.put("next", page.next());
        return answer;
    }

    private static Map<String, Object> line(RequestLine line) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", line.id());
        shown.put("reference", line.reference());
        shown.put("caseKind", line.caseKind().name());
        shown.put("body", line.body());
        shown.put("state", line.state().name());
        shown.put("channel", line.channel().name());
        shown.put("receivedOn", line.receivedOn());
        shown.put("dueOn", line.dueOn());
        shown.put("remaining", line.remaining());
        shown.put("late", line.late());
        shown.put("owner", line.owner());
        shown.put("reply", line.reply() == null ? null : line.reply().name());
        return shown;
    }

    /** 一件；没有经办岗位的（领导、审计）看不到申请人。 */
    @GetMapping("/api/v1/requests/{id:[0-9]{1,18}}")
    @SeesCases
    RequestPayload.Case one(@PathVariable long id) {
        return RequestPayload.Case.of(views.open(id), CaseViews.seesPersons(actors.get()));
    }

    /** 期限：每一天计入与否及理由，每一段扣除的情况。 */
    @GetMapping("/api/v1/requests/{id:[0-9]{1,18}}/clock")
    @SeesCases
    RequestPayload.Clock clock(@PathVariable long id) {
        return readings.clock(id);
    }

    /** 附上随答复提供的文件，答复送达之后申请人可以下载；拟答复之前才可以附。 */
    @PostMapping(path = "/api/v1/requests/{id:[0-9]{1,18}}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(scope = Scope.SUBTREE, value = Duty.LIAISON)
    Map<String, Object> supply(
            @PathVariable long id, @RequestPart(name = "files", required = false) @Nullable List<MultipartFile> files) {
        supplied.add(id, enclosures(files));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                requests.papers(id).stream()
                        .filter(Paper::isSupplied)
                        .map(paper -> Map.of("id", paper.id(), "name", paper.name(), "sha256", paper.sha256()))
                        .toList());
        return answer;
    }

    /** 取下一份还没有随答复提供的文件。 */
    @DeleteMapping("/api/v1/requests/{id:[0-9]{1,18}}/files/{paper:[0-9]{1,18}}")
    @Requires(scope = Scope.SUBTREE, value = Duty.LIAISON)
    ResponseEntity<Void> strike(@PathVariable long id, @PathVariable long paper) {
        supplied.strike(id, paper);
        return ResponseEntity.noContent().build();
    }

    /** 做流程表里的一件事，例如 {@code ask-correction}；不能做的说明为什么、依据哪条规则。 */
    @PostMapping("/api/v1/requests/{id:[0-9]{1,18}}/{action:[a-z-]{1,40}}")
    @Requires(
            scope = Scope.SUBTREE,
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER, Duty.OFFICE, Duty.WINDOW})
    RequestPayload.Case perform(
            @PathVariable long id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable ActPayload payload) {
        var act = action(action);
        if (payload == null) {
            return RequestPayload.Case.of(
                    desk.perform(id, null, act, null, org.gongkai.request.Particulars.NONE), true);
        }
        return RequestPayload.Case.of(
                desk.perform(id, payload.seen(), act, Asked.day("on", payload.on()), payload.particulars()), true);
    }

    static RequestAction action(String path) {
        return Arrays.stream(RequestAction.values())
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> Refused.missing("request.actionUnknown", path));
    }
}
