package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.account.Colleagues;
import org.gongkai.identity.CurrentActor;
import org.gongkai.journal.Journal;
import org.gongkai.request.CaseViews;
import org.gongkai.request.FolderExports;
import org.gongkai.request.RequestAction;
import org.gongkai.request.RequestView;
import org.gongkai.request.Requests;
import org.gongkai.request.SuppliedFiles;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 一件申请的办理页要用的：申请、期限、经过、卷内文件、此刻能做的事。 What the page of one case shows. */
@Component
class CaseScreen {

    /** 随答复提供的文件的那张表单。 The form for files supplied with the reply. */
    static final String FILES = "files";

    private final Requests requests;
    private final CaseViews views;
    private final SuppliedFiles supplied;
    private final Colleagues colleagues;
    private final ActForms forms;
    private final Readings readings;
    private final Options options;
    private final CurrentActor actors;
    private final Journal journal;
    private final Texts texts;
    private final Sentences sentences;

    CaseScreen(
            Requests requests,
            CaseViews views,
            SuppliedFiles supplied,
            Colleagues colleagues,
            ActForms forms,
            Readings readings,
            Options options,
            CurrentActor actors,
            Journal journal,
            Texts texts,
            Sentences sentences) {
        this.requests = requests;
        this.views = views;
        this.supplied = supplied;
        this.colleagues = colleagues;
        this.forms = forms;
        this.readings = readings;
        this.options = options;
        this.actors = actors;
        this.journal = journal;
        this.texts = texts;
        this.sentences = sentences;
    }

    String show(long id, HttpServletResponse response, Model model) {
        return show(id, "", Map.of(), "", response, model);
    }

    /**
     * 没有做成：说明原因，表单打开着，填的还在。 Not done: says why, with the form open and what was typed in it.
     *
     * @param tried 哪张表单：行为的写法，或者 {@link #FILES}
     * @throws Refused when the case itself is not there
     */
    String again(
            long id,
            Refused refused,
            String tried,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        if (refused.isMissing() && refused.refusal().messageKey().equals("request.notFound")) {
            throw refused;
        }
        response.setStatus(422);
        var words = sentences.sentence(refused.refusal());
        var citation = sentences.citation(refused.refusal());
        model.addAttribute("refused", citation.isEmpty() ? words : words + "（" + citation + "）");
        return show(id, tried, typed, words, response, model);
    }

    private String show(
            long id,
            String tried,
            Map<String, String> typed,
            String refusal,
            HttpServletResponse response,
            Model model) {
        var view = views.open(id);
        ApplyPages.personal(response);
        boolean persons = CaseViews.seesPersons(actors.get());
        model.addAttribute("view", view);
        model.addAttribute(
                "applicant", persons ? view.applicant() : view.applicant().masked());
        model.addAttribute("bodyName", options.body(view.body()));
        model.addAttribute("names", names(view));
        model.addAttribute("timeline", requests.timeline(view));
        model.addAttribute("persons", persons);
        model.addAttribute("mayExport", FolderExports.mayAsk(actors.get()));
        model.addAttribute("alerts", requests.alerts(id));
        model.addAttribute("papers", persons ? requests.papers(id) : List.of());
        model.addAttribute("supplies", supplied.mayAdd(view));
        model.addAttribute("notSupplied", tried.equals(FILES) ? refusal : "");
        model.addAttribute("pauses", readings.lines(view));
        model.addAttribute("repeats", requests.repeats(id).orElse(null));
        model.addAttribute("rounds", requests.rounds(view));
        var others = requests.ofSameApplicant(id);
        int monthly = requests.monthlyCount(id);
        model.addAttribute("others", others);
        model.addAttribute("monthly", monthly);
        var days = requests.clock(view).days();
        model.addAttribute("days", days);
        model.addAttribute("bar", ClockBar.svg(days, texts));
        model.addAttribute("forms", forms.of(new ActForms.Known(view, others, monthly), tried, typed, refusal));
        model.addAttribute("journal", journal.of("request", String.valueOf(id)));
        model.addAttribute("viewings", journal.of("requestView", String.valueOf(id)));
        return "request/case";
    }

    /** 承办人和分办过的人的姓名，按账号。 The names of the handler and of all handlers before him. */
    private Map<String, String> names(RequestView view) {
        var logins = view.acts().stream()
                .filter(act -> act.action() == RequestAction.ASSIGN)
                .map(act -> act.what().party());
        return colleagues.names(Stream.concat(logins, Stream.ofNullable(view.owner()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }
}
