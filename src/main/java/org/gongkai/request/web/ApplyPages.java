package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.request.ApplicantKind;
import org.gongkai.request.CaseKind;
import org.gongkai.request.DraftSheets;
import org.gongkai.request.Suggestions;
import org.gongkai.request.Wanted;
import org.gongkai.ui.Asked;
import org.gongkai.ui.QrCode;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 网上申请：一页一问，不用账号，不用脚本，随时可以先存起来。 The applicant's form: one question a page, complete without script. */
@Controller
@Requires(scope = Scope.PUBLIC)
class ApplyPages {

    private final Filing filing;
    private final DraftSheets sheets;
    private final Suggestions suggestions;
    private final PublicBodies bodies;
    private final Lookup lookup;
    private final Options options;
    private final Texts texts;
    private final Sentences sentences;

    ApplyPages(
            Filing filing,
            DraftSheets sheets,
            Suggestions suggestions,
            PublicBodies bodies,
            Lookup lookup,
            Options options,
            Texts texts,
            Sentences sentences) {
        this.filing = filing;
        this.sheets = sheets;
        this.suggestions = suggestions;
        this.bodies = bodies;
        this.lookup = lookup;
        this.options = options;
        this.texts = texts;
        this.sentences = sentences;
    }

    /** 说明。 */
    @GetMapping("/ysq")
    String start(Model model) {
        model.addAttribute(
                "bodies", bodies.all().stream().filter(PublicBody::isAddressed).toList());
        return "request/start";
    }

    /** 第一问；从机构的公开指南过来的，机关已经选好；从“申请更正”过来的，种类已经选好。 */
    @GetMapping("/ysq/apply")
    String first(
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String caseKind,
            HttpServletResponse response,
            Model model) {
        Map<String, String> given = new LinkedHashMap<>();
        var kind = Asked.one("caseKind", caseKind, CaseKind.class);
        if (kind != null) {
            given.put("caseKind", kind.name());
        }
        if (body != null && bodies.find(body).isPresent()) {
            given.put("body", body);
        }
        return page(Answers.of(given), ApplyStep.BODY, Map.of(), response, model);
    }

    /**
     * 答完一问。
     *
     * @param step 答的哪一问
     * @param go 下一步：空为往下，也可以是要改的那一问，或者 SAVE
     */
    @PostMapping("/ysq/apply")
    String answer(
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String go,
            @RequestParam Map<String, String> given,
            HttpServletResponse response,
            Model model) {
        var answers = Answers.of(given);
        if (go.equals("SAVE")) {
            return saved(answers, response, model);
        }
        var wanted = find(go);
        if (wanted != null) {
            return page(answers, wanted, Map.of(), response, model);
        }
        var answered = find(step);
        if (answered == null) {
            return page(answers, answers.firstOpen(bodies), Map.of(), response, model);
        }
        var missing = answers.missing(answered, bodies);
        if (!missing.isEmpty()) {
            response.setStatus(422);
            return page(answers, answered, sentences(missing), response, model);
        }
        var next = answers.firstOpen(bodies);
        if (answered == ApplyStep.WANTED && answers.caseKind() == CaseKind.DISCLOSURE) {
            suggest(answers, model);
        }
        return page(answers, next.ordinal() > answered.ordinal() ? next : answered.next(), Map.of(), response, model);
    }

    private static @Nullable ApplyStep find(String name) {
        return Arrays.stream(ApplyStep.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> sentences(Map<String, String> keys) {
        Map<String, String> errors = new LinkedHashMap<>();
        keys.forEach((field, key) -> errors.put(field, texts.get(key)));
        return errors;
    }

    /** 已经公开的、应当公开的，给他看看；继续申请就是下一问的按钮。 */
    private void suggest(Answers answers, Model model) {
        var found = suggestions.of(
                answers.get("body"),
                answers.get("title") + " " + answers.get("number") + " " + answers.get("description"));
        if (!found.isEmpty()) {
            suggestions.count(answers.get("body"), false);
        }
        model.addAttribute("suggestions", found);
    }

    /** 边填边提示（有脚本时）。 */
    @PostMapping("/ysq/suggest")
    String suggest(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String description,
            Model model) {
        model.addAttribute("suggestions", suggestions.of(body, title + " " + description));
        model.addAttribute("stop", false);
        return "request/suggestions";
    }

    /** 申请人认为已经解决：记一次，仍然可以继续申请。 */
    @PostMapping("/ysq/answered")
    String answered(@RequestParam Map<String, String> given, HttpServletResponse response, Model model) {
        var answers = Answers.of(given);
        if (bodies.find(answers.get("body")).isPresent()) {
            suggestions.count(answers.get("body"), true);
        }
        personal(response);
        model.addAttribute("answers", answers.values());
        return "request/answered";
    }

    private String saved(Answers answers, HttpServletResponse response, Model model) {
        personal(response);
        model.addAttribute("code", sheets.save(answers.values()));
        return "request/saved";
    }

    @GetMapping("/ysq/return")
    String returning(HttpServletResponse response, Model model) {
        personal(response);
        model.addAttribute("errors", Map.of());
        return "request/return";
    }

    /** 凭编码继续填。 */
    @PostMapping("/ysq/return")
    String returned(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var answers = Answers.of(lookup.counted(request, () -> sheets.open(code)));
            return page(answers, answers.firstOpen(bodies), Map.of(), response, model);
        } catch (Refused refused) {
            response.setStatus(422);
            model.addAttribute("errors", Map.of("code", sentences.sentence(refused.refusal())));
        } catch (TooSoon soon) {
            response.setStatus(429);
            model.addAttribute("errors", Map.of("code", texts.get(soon.messageKey(), soon.seconds())));
        }
        personal(response);
        return "request/return";
    }

    /** 提交。 */
    @PostMapping(path = "/ysq/submit", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String submit(
            @RequestParam Map<String, String> given,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(name = "attachments", required = false) @Nullable List<MultipartFile> attachments,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var answers = Answers.of(given);
        var open = answers.firstOpen(bodies);
        if (open != ApplyStep.CHECK) {
            response.setStatus(422);
            return page(answers, open, sentences(answers.missing(open, bodies)), response, model);
        }
        try {
            var filed = filing.online(answers.application(RequestApi.enclosures(attachments)), proof, request);
            personal(response);
            model.addAttribute("filed", filed);
            model.addAttribute("caseKind", answers.caseKind());
            model.addAttribute("bodyName", options.body(answers.get("body")));
            model.addAttribute("qr", filed.code().isEmpty() ? "" : QrCode.svg(address() + "#" + filed.code()));
            return "request/receipt";
        } catch (Refused refused) {
            response.setStatus(422);
            return page(
                    answers,
                    ApplyStep.CHECK,
                    Map.of("attachments", sentences.sentence(refused.refusal())),
                    response,
                    model);
        } catch (TooSoon soon) {
            response.setStatus(429);
            response.setHeader("Retry-After", String.valueOf(soon.seconds()));
            model.addAttribute("challenge", soon.challenge());
            model.addAttribute("bits", soon.bits());
            return page(
                    answers,
                    ApplyStep.CHECK,
                    Map.of("attachments", texts.get(soon.messageKey(), soon.seconds())),
                    response,
                    model);
        }
    }

    /** 查询页的完整地址；查询码写在 # 之后，不会发给服务器，也不进日志。 */
    private static String address() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/ysq/look")
                .build()
                .toUriString();
    }

    private String page(
            Answers answers, ApplyStep step, Map<String, String> errors, HttpServletResponse response, Model model) {
        personal(response);
        model.addAttribute("step", step.name());
        model.addAttribute("title", step.title(answers.caseKind()));
        model.addAttribute("caseKind", answers.caseKind());
        model.addAttribute("caseKinds", options.caseKinds());
        model.addAttribute("number", step.number());
        model.addAttribute("fields", step.fields());
        model.addAttribute("answers", answers.values());
        model.addAttribute("errors", errors);
        if (!model.containsAttribute("suggestions")) {
            model.addAttribute("suggestions", List.of());
        }
        model.addAttribute("bodies", options.bodies());
        model.addAttribute("bodyName", options.body(answers.get("body")));
        model.addAttribute("forms", options.of(Wanted.SupplyForm.class, "request.form"));
        model.addAttribute("routes", options.of(Wanted.SupplyRoute.class, "request.route"));
        model.addAttribute("kinds", options.of(ApplicantKind.class, "request.kind"));
        return "request/apply";
    }

    /** 有个人信息的页面：不缓存，不收录，不把地址告诉别处（T21）。 */
    static void personal(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
