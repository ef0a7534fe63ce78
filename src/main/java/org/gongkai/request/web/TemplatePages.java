package org.gongkai.request.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.LetterKind;
import org.gongkai.request.LetterTemplates;
import org.gongkai.request.Paper;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 文书模板：下载，用 WPS、Word 改好，再传上去。 Templates to download, edit and hand back. */
@Controller
@Requires(
        value = {Duty.SECTION_HEAD, Duty.OFFICE},
        scope = Scope.OWN_BODY)
class TemplatePages {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final LetterTemplates templates;
    private final CurrentActor actors;
    private final Texts texts;
    private final Sentences sentences;

    TemplatePages(LetterTemplates templates, CurrentActor actors, Texts texts, Sentences sentences) {
        this.templates = templates;
        this.actors = actors;
        this.texts = texts;
        this.sentences = sentences;
    }

    @GetMapping("/desk/requests/templates")
    String list(Model model) {
        var body = body();
        Map<String, Boolean> kinds = new LinkedHashMap<>();
        Arrays.stream(LetterKind.values()).forEach(kind -> kinds.put(kind.name(), templates.isOwn(body, kind)));
        model.addAttribute("kinds", kinds);
        return "request/templates";
    }

    private String body() {
        var body = actors.get().body();
        return body == null ? "" : body;
    }

    private static LetterKind kind(String name) {
        return LetterKind.named(name).orElseThrow(() -> Refused.missing("request.template.unknown"));
    }

    @GetMapping("/desk/requests/templates/{kind:[A-Za-z0-9_]{1,60}}")
    ResponseEntity<byte[]> download(@PathVariable String kind) {
        var letter = kind(kind);
        return LookupApi.file(new Paper.Content(
                texts.get("request.letter." + kind) + ".docx", DOCX, templates.current(body(), letter)));
    }

    @PostMapping(
            path = "/desk/requests/templates/{kind:[A-Za-z0-9_]{1,60}}",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String replace(
            @PathVariable String kind,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            RedirectAttributes flash) {
        var letter = kind(kind);
        try {
            templates.replace(body(), letter, file == null ? new byte[0] : file.getBytes());
            flash.addFlashAttribute(
                    "notice", texts.get("request.template.replaced", texts.get("request.letter." + kind)));
        } catch (Refused refused) {
            flash.addFlashAttribute("refusal", sentences.sentence(refused.refusal()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "redirect:/desk/requests/templates";
    }

    @PostMapping("/desk/requests/templates/{kind:[A-Za-z0-9_]{1,60}}/restore")
    String restore(@PathVariable String kind, RedirectAttributes flash) {
        templates.restore(body(), kind(kind));
        flash.addFlashAttribute("notice", texts.get("request.template.restored", texts.get("request.letter." + kind)));
        return "redirect:/desk/requests/templates";
    }
}
