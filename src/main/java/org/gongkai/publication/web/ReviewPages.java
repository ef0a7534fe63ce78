package org.gongkai.publication.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.publication.Acceptance;
import org.gongkai.publication.EditionState;
import org.gongkai.publication.PublicationAction;
import org.gongkai.publication.PublicationDesk;
import org.gongkai.publication.PublicationWork;
import org.gongkai.publication.ReviewConclusion;
import org.gongkai.publication.WithdrawalReason;
import org.gongkai.publication.spi.ReviewNotes;
import org.gongkai.ui.Dates;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 列表、审核三栏、一条信息的办理页。 */
@Controller
class ReviewPages {

    private final PublicationDesk desk;
    private final PublicationWork work;
    private final RecordScreen screen;
    private final Sentences sentences;
    private final ObjectProvider<ReviewNotes> notes;
    private final CurrentActor actors;

    ReviewPages(
            PublicationDesk desk,
            PublicationWork work,
            RecordScreen screen,
            Sentences sentences,
            ObjectProvider<ReviewNotes> notes,
            CurrentActor actors) {
        this.desk = desk;
        this.work = work;
        this.screen = screen;
        this.sentences = sentences;
        this.notes = notes;
        this.actors = actors;
    }

    @GetMapping("/desk/publication")
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER, Duty.OFFICE},
            scope = Scope.SUBTREE)
    String list(
            @RequestParam(defaultValue = "MINE") PublicationWork.Tab tab,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        if (tab == PublicationWork.Tab.REVIEW) {
            return "redirect:/desk/publication/review";
        }
        model.addAttribute("tab", tab);
        model.addAttribute("lines", work.list(tab));
        model.addAttribute("done", done == null ? "" : done);
        return "publication/list";
    }

    /** 审核：列表、打开的一条、决定；第一条已经打开。 */
    @GetMapping("/desk/publication/review")
    @Requires(
            value = {Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER},
            scope = Scope.SUBTREE)
    String review(
            @RequestParam(name = "case", required = false) @Nullable Long open,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        return review(open, done == null ? "" : done, "", model);
    }

    private String review(@Nullable Long open, String done, String refusal, Model model) {
        var queue = work.list(PublicationWork.Tab.REVIEW);
        model.addAttribute("queue", queue);
        model.addAttribute(
                "notes",
                notes.stream().flatMap(each -> each.of(actors.get()).stream()).toList());
        model.addAttribute("done", done);
        model.addAttribute("refusal", refusal);
        Long id = open != null
                ? open
                : queue.isEmpty() ? null : Long.valueOf(queue.getFirst().id());
        if (id != null) {
            var view = work.open(id);
            model.addAttribute("view", view);
            model.addAttribute(
                    "reasons", work.readyReasons(view.content().placement().body()));
        }
        return "publication/review";
    }

    @PostMapping("/desk/publication/{id:[0-9]{1,18}}/approve")
    @Requires(
            value = {Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER},
            scope = Scope.SUBTREE)
    Object approve(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "MAY_DISCLOSE") ReviewConclusion conclusion,
            @RequestParam(defaultValue = "") String keep,
            Model model) {
        var accepted = keep.isBlank() ? List.<Acceptance>of() : List.of(Acceptance.all(keep));
        return decide(id, "approved", model, () -> desk.approve(id, version, conclusion, accepted));
    }

    /** 一键遮盖正文里的个人信息，留在这一条上。 */
    @PostMapping("/desk/publication/{id:[0-9]{1,18}}/mask")
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.OFFICE},
            scope = Scope.SUBTREE)
    Object mask(@PathVariable long id, @RequestParam int version, Model model) {
        try {
            var receipt = desk.mask(id, version);
            return receipt.state() == EditionState.SECRECY_REVIEW
                    ? "redirect:/desk/publication/review?case=" + id
                    : "redirect:/desk/publication/" + id + "/edit?saved";
        } catch (Refused refused) {
            return unprocessable(screen.show(id, sentences.sentence(refused.refusal()), model), model);
        }
    }

    @PostMapping("/desk/publication/{id:[0-9]{1,18}}/return")
    @Requires(
            value = {Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER},
            scope = Scope.SUBTREE)
    Object returnToAuthor(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String ready,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        var why = (ready + " " + reason).strip();
        return decide(id, "returned", model, () -> desk.returnToAuthor(id, version, why));
    }

    @PostMapping("/desk/publication/{id:[0-9]{1,18}}/refer")
    @Requires(value = Duty.SECRECY_REVIEWER, scope = Scope.SUBTREE)
    Object refer(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        return decide(id, "referred", model, () -> desk.refer(id, version, reason));
    }

    @PostMapping("/desk/publication/{id:[0-9]{1,18}}/sign")
    @Requires(value = Duty.SIGNER, scope = Scope.SUBTREE)
    Object sign(
            @PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String at, Model model) {
        return decide(id, "signed", model, () -> desk.sign(id, version, time(at)));
    }

    private static @Nullable Instant time(String at) {
        if (at.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(at.strip().replace(' ', 'T'))
                    .atZone(Dates.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new Refused(Refusal.of("publication.timeUnreadable", at));
        }
    }

    /** 批量通过：只办没有自查发现的，别的留着并说出来。 */
    @PostMapping("/desk/publication/review/batch")
    @Requires(
            value = {Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER},
            scope = Scope.SUBTREE)
    Object batch(@RequestParam(name = "pick", required = false) @Nullable List<String> picks, Model model) {
        var left = new ArrayList<String>();
        for (var pick : picks == null ? List.<String>of() : picks) {
            var parts = pick.split("-", 2);
            if (parts.length == 2 && pick.matches("[0-9]{1,18}-[0-9]{1,9}")) {
                try {
                    desk.approve(
                            Long.parseLong(parts[0]),
                            Integer.parseInt(parts[1]),
                            ReviewConclusion.MAY_DISCLOSE,
                            List.of());
                } catch (Refused refused) {
                    left.add(sentences.sentence(refused.refusal()));
                }
            }
        }
        return left.isEmpty()
                ? "redirect:/desk/publication/review?done=approved"
                : unprocessable(review(null, "", String.join(" ", left), model), model);
    }

    private Object decide(long id, String done, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/desk/publication/review?done=" + done;
        } catch (Refused refused) {
            return unprocessable(review(id, "", sentences.sentence(refused.refusal()), model), model);
        }
    }

    private static ModelAndView unprocessable(String template, Model model) {
        var page = new ModelAndView(template, model.asMap());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** 一条信息：内容、过程、日志，和此刻能做的事。 */
    @GetMapping("/desk/publication/{id:[0-9]{1,18}}")
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER, Duty.OFFICE},
            scope = Scope.SUBTREE)
    String one(@PathVariable long id, Model model) {
        return screen.show(id, "", model);
    }

    @PostMapping("/desk/publication/{id:[0-9]{1,18}}/withdraw")
    @Requires(
            value = {Duty.SIGNER, Duty.OFFICE},
            scope = Scope.SUBTREE)
    Object withdraw(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam WithdrawalReason reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String replacement,
            Model model) {
        return act(id, model, () -> desk.withdraw(id, version, reason, note, replacement));
    }

    /** 撤回送审、作废、取消定时、开始更正。 */
    @PostMapping("/desk/publication/{id:[0-9]{1,18}}/act")
    @Requires(
            value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER, Duty.OFFICE},
            scope = Scope.SUBTREE)
    Object act(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam PublicationAction action,
            @RequestParam(defaultValue = "") String note,
            Model model) {
        if (action == PublicationAction.CORRECT) {
            var after = act(id, model, () -> desk.correct(id, version, note));
            return after instanceof String ? "redirect:/desk/publication/" + id + "/edit" : after;
        }
        return act(id, model, () -> {
            switch (action) {
                case RECALL -> desk.recall(id, version);
                case DISCARD -> desk.discard(id, version);
                case CANCEL -> desk.cancelSchedule(id, version);
                default -> throw new Refused(Refusal.of("publication.notHere"));
            }
        });
    }

    private Object act(long id, Model model, Runnable verb) {
        try {
            verb.run();
            return "redirect:/desk/publication/" + id;
        } catch (Refused refused) {
            return unprocessable(screen.show(id, sentences.sentence(refused.refusal()), model), model);
        }
    }
}
