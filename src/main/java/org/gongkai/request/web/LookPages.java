package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.ApplicantDesk;
import org.gongkai.request.ApplicantView;
import org.gongkai.request.Particulars;
import org.gongkai.request.RequestAction;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 查询进度：查询码用 POST 提交，从不出现在地址里。 The status page; the code is always posted. */
@Controller
@Requires(scope = Scope.PUBLIC)
class LookPages {

    private final ApplicantDesk applicants;
    private final Lookup lookup;
    private final Options options;
    private final Texts texts;
    private final Sentences sentences;

    LookPages(ApplicantDesk applicants, Lookup lookup, Options options, Texts texts, Sentences sentences) {
        this.applicants = applicants;
        this.lookup = lookup;
        this.options = options;
        this.texts = texts;
        this.sentences = sentences;
    }

    @GetMapping("/ysq/look")
    String ask(HttpServletResponse response, Model model) {
        return ask(Map.of(), response, model);
    }

    private static String ask(Map<String, String> errors, HttpServletResponse response, Model model) {
        ApplyPages.personal(response);
        model.addAttribute("errors", errors);
        return "request/look";
    }

    @PostMapping("/ysq/look")
    String look(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return show(code, reference, "", request, response, model);
    }

    /** 补正、说明理由、撤回。 */
    @PostMapping("/ysq/look/act")
    String act(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "papers", required = false) @Nullable List<MultipartFile> papers,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var act = Arrays.stream(RequestAction.values())
                .filter(each -> each.isByApplicant() && each.name().equals(action))
                .findFirst();
        if (act.isEmpty()) {
            return show(code, reference, "", request, response, model);
        }
        try {
            var view = lookup.counted(
                    request,
                    () -> applicants.perform(
                            code, reference, act.get(), Particulars.words(words), RequestApi.enclosures(papers)));
            return status(view, code, texts.get("request.look.done"), "", response, model);
        } catch (Refused | TooSoon why) {
            return again(why, code, reference, request, response, model);
        }
    }

    private String show(
            String code,
            String reference,
            String refusal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            return status(
                    lookup.counted(request, () -> applicants.look(code, reference)),
                    code,
                    "",
                    refusal,
                    response,
                    model);
        } catch (Refused refused) {
            response.setStatus(422);
            return ask(Map.of("code", sentences.sentence(refused.refusal())), response, model);
        } catch (TooSoon soon) {
            return tooSoon(soon, response, model);
        }
    }

    /** 没有办成：同一页再看一遍，上面写着为什么；问得太多的请他等。 Shows the page again with the reason on it, or asks to wait. */
    private String again(
            RuntimeException why,
            String code,
            String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (why instanceof TooSoon soon) {
            return tooSoon(soon, response, model);
        }
        response.setStatus(422);
        String refusal = sentences.sentence(((Refused) why).refusal());
        return show(code, reference, refusal, request, response, model);
    }

    private String tooSoon(TooSoon soon, HttpServletResponse response, Model model) {
        response.setStatus(429);
        response.setHeader("Retry-After", String.valueOf(soon.seconds()));
        return ask(Map.of("code", texts.get(soon.messageKey(), soon.seconds())), response, model);
    }

    private String status(
            ApplicantView view, String code, String notice, String refusal, HttpServletResponse response, Model model) {
        ApplyPages.personal(response);
        model.addAttribute("view", view);
        model.addAttribute("code", code);
        model.addAttribute("notice", notice);
        model.addAttribute("refusal", refusal);
        model.addAttribute("bodyName", options.body(view.body()));
        model.addAttribute("bar", ClockBar.svg(view.days(), texts));
        return "request/status";
    }

    /** 下载发给申请人的文书；要 PDF 而字体里缺字的，说出是哪个字。 */
    @PostMapping("/ysq/look/papers/{paper:[0-9]{1,18}}")
    Object paper(
            @PathVariable long paper,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            return LookupApi.file(
                    lookup.counted(request, () -> applicants.paper(code, reference, paper, as.equals("pdf"))));
        } catch (Refused | TooSoon why) {
            return again(why, code, reference, request, response, model);
        }
    }
}
