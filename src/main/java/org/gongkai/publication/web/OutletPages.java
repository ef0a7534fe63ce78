package org.gongkai.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.catalogue.Channel;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.publication.OutletDesk;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 在一条信息的办理页上登记同时公开的渠道，划去登记错的。 */
@Controller
@Requires(
        value = {Duty.LIAISON, Duty.OFFICE},
        scope = Scope.SUBTREE)
class OutletPages {

    private final OutletDesk desk;
    private final RecordScreen screen;
    private final Sentences sentences;

    OutletPages(OutletDesk desk, RecordScreen screen, Sentences sentences) {
        this.desk = desk;
        this.screen = screen;
        this.sentences = sentences;
    }

    @PostMapping("/desk/publication/{id:[0-9]{1,18}}/outlets")
    String record(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "") String where,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("channel", channel == null ? "" : channel);
        model.addAttribute("on", on == null ? "" : on);
        model.addAttribute("where", where);
        return tried(id, response, model, () -> {
            var chosen = java.util.Objects.requireNonNull(
                    Asked.one("channel", Asked.needed("channel", channel), Channel.class));
            desk.record(id, chosen, Asked.neededDay("on", on), where, OutletDesk.Source.DESK);
        });
    }

    @PostMapping("/desk/publication/{id:[0-9]{1,18}}/outlets/strike")
    String strike(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String outlet,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        return tried(id, response, model, () -> {
            var number = Asked.needed("outlet", outlet);
            if (!number.matches("[0-9]{1,18}")) {
                throw Refused.missing("publication.outlet.unknown", number);
            }
            desk.strike(id, Long.parseLong(number), reason);
        });
    }

    private String tried(long id, HttpServletResponse response, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/desk/publication/" + id + "#outlets";
        } catch (Refused refused) {
            if (refused.isMissing()) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return screen.show(id, sentences.sentence(refused.refusal()), model);
        }
    }
}
