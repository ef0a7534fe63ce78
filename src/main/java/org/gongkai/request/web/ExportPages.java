package org.gongkai.request.web;

import java.util.function.Supplier;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.FolderExport;
import org.gongkai.request.FolderExports;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 导出卷宗的页面：经办的人申请，另一位审批，一张表。 One list: what waits for a decision, what can be taken. */
@Controller
@Requires(
        scope = Scope.SUBTREE,
        value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE})
class ExportPages {

    private static final String LIST = "redirect:/desk/requests/exports";

    private final FolderExports exports;
    private final Texts texts;
    private final Sentences sentences;

    ExportPages(FolderExports exports, Texts texts, Sentences sentences) {
        this.exports = exports;
        this.texts = texts;
        this.sentences = sentences;
    }

    @GetMapping("/desk/requests/exports")
    String list(Model model) {
        model.addAttribute("lines", exports.lines());
        model.addAttribute("hours", FolderExports.OPEN.toHours());
        return "request/exports";
    }

    /** 申请导出，写明用途。 */
    @PostMapping("/desk/requests/{id:[0-9]{1,18}}/exports")
    @Requires(
            scope = Scope.SUBTREE,
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE})
    String ask(@PathVariable long id, @RequestParam(defaultValue = "") String purpose, RedirectAttributes flash) {
        return tried(() -> exports.ask(id, purpose), "request.export.asked", flash);
    }

    @PostMapping("/desk/requests/exports/{export:[0-9]{1,18}}/approve")
    @Requires(
            scope = Scope.SUBTREE,
            value = {Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE})
    String approve(@PathVariable long export, RedirectAttributes flash) {
        return tried(() -> exports.approve(export), "request.export.approved", flash);
    }

    @PostMapping("/desk/requests/exports/{export:[0-9]{1,18}}/refuse")
    @Requires(
            scope = Scope.SUBTREE,
            value = {Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE})
    String refuse(@PathVariable long export, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        return tried(() -> exports.refuse(export, reason), "request.export.refused", flash);
    }

    @PostMapping("/desk/requests/exports/{export:[0-9]{1,18}}/folder")
    @Requires(
            scope = Scope.SUBTREE,
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE})
    ResponseEntity<byte[]> folder(@PathVariable long export) {
        return LookupApi.file(exports.download(export));
    }

    private String tried(Supplier<FolderExport> act, String done, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("notice", texts.get(done, act.get().reference()));
        } catch (Refused refused) {
            if (refused.isMissing()) {
                throw refused;
            }
            flash.addFlashAttribute("refusal", sentences.sentence(refused.refusal()));
        }
        return LIST;
    }
}
