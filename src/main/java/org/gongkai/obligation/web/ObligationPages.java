package org.gongkai.obligation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.journal.Journal;
import org.gongkai.obligation.Excuse;
import org.gongkai.obligation.ObligationDesk;
import org.gongkai.obligation.Obligations;
import org.gongkai.obligation.Worklist;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 一条公开义务：为什么是这一天，由什么履行，经过；说明理由。 */
@Controller
class ObligationPages {

    private final Obligations obligations;
    private final ObligationDesk desk;
    private final Worklist worklist;
    private final Journal journal;
    private final Texts texts;
    private final Sentences sentences;

    ObligationPages(
            Obligations obligations,
            ObligationDesk desk,
            Worklist worklist,
            Journal journal,
            Texts texts,
            Sentences sentences) {
        this.obligations = obligations;
        this.desk = desk;
        this.worklist = worklist;
        this.journal = journal;
        this.texts = texts;
        this.sentences = sentences;
    }

    @GetMapping("/desk/obligations/{id:[0-9]{1,18}}")
    @SeesObligations
    String one(@PathVariable long id, Model model) {
        return show(id, "", "", model);
    }

    private String show(long id, String reason, String refusal, Model model) {
        var one = obligations.find(id).orElseThrow(() -> Refused.missing("obligation.unknown"));
        model.addAttribute("line", worklist.line(one));
        model.addAttribute("deadline", worklist.deadline(one).orElse(null));
        model.addAttribute("why", worklist.why(one).orElse(""));
        model.addAttribute("evidence", obligations.evidence(id));
        model.addAttribute("course", journal.of("obligation", String.valueOf(id)));
        Map<String, String> excuses = new LinkedHashMap<>();
        for (Excuse each : Excuse.values()) {
            if (each.fits(one.kind())) {
                excuses.put(each.name(), texts.get("obligation.excuse." + each.name()));
            }
        }
        model.addAttribute("excuses", excuses);
        model.addAttribute("reason", reason);
        model.addAttribute("refusal", refusal);
        return "obligation/one";
    }

    @PostMapping("/desk/obligations/{id:[0-9]{1,18}}/excuse")
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE},
            scope = Scope.SUBTREE)
    String excuse(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String excuse,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        try {
            var chosen = Asked.one("excuse", Asked.needed("excuse", excuse), Excuse.class);
            desk.excuse(id, chosen == null ? Excuse.OTHER : chosen, reason);
            return "redirect:/desk?done=excused";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(id, reason, sentences.sentence(refused.refusal()), model);
        }
    }
}
