package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.ApplicantKind;
import org.gongkai.request.FilingChannel;
import org.gongkai.request.RequestDesk;
import org.gongkai.request.Wanted;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 窗口、联络员登记当面、口头、邮寄、传真来的申请，公开的、更正的都在这里，一页填完（R-REQ-07）。 Entry of what came on paper or by word of mouth. */
@Controller
@Requires(
        value = {Duty.LIAISON, Duty.OFFICE, Duty.WINDOW},
        scope = Scope.SUBTREE)
class EntryPages {

    private static final List<String> FIELDS = List.of(
            "body",
            "channel",
            "arrivedOn",
            "confirmedOn",
            "kind",
            "name",
            "identity",
            "contact",
            "phone",
            "email",
            "address",
            "caseKind",
            "title",
            "number",
            "description",
            "shouldBe",
            "form",
            "route",
            "once");

    private final RequestDesk desk;
    private final Options options;
    private final CurrentActor actors;
    private final Sentences sentences;
    private final Clock clock;

    EntryPages(RequestDesk desk, Options options, CurrentActor actors, Sentences sentences, Clock clock) {
        this.desk = desk;
        this.options = options;
        this.actors = actors;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/desk/requests/new")
    String blank(HttpServletResponse response, Model model) {
        Map<String, String> values = values(Map.of());
        var body = actors.get().body();
        values.put("body", body == null ? "" : body);
        values.put("channel", FilingChannel.COUNTER.name());
        values.put("kind", ApplicantKind.NATURAL_PERSON.name());
        values.put("form", Wanted.SupplyForm.PAPER.name());
        values.put("route", Wanted.SupplyRoute.COUNTER.name());
        values.put("arrivedOn", LocalDate.now(clock).toString());
        values.put("once", UUID.randomUUID().toString());
        return form(values, "", response, model);
    }

    private static Map<String, String> values(Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, given.getOrDefault(field, "")));
        return values;
    }

    @PostMapping(path = "/desk/requests", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String enter(
            @RequestParam Map<String, String> given,
            @RequestParam(name = "attachments", required = false) @Nullable List<MultipartFile> attachments,
            HttpServletResponse response,
            Model model) {
        var values = values(given);
        try {
            var filed = desk.file(
                    payload(values).application(Asked.text(values.get("once")), RequestApi.enclosures(attachments)));
            ApplyPages.personal(response);
            model.addAttribute("filed", filed);
            model.addAttribute("bodyName", options.body(values.getOrDefault("body", "")));
            return "request/entered";
        } catch (Refused refused) {
            response.setStatus(422);
            return form(values, sentences.sentence(refused.refusal()), response, model);
        }
    }

    private static ApplicationPayload payload(Map<String, String> values) {
        return new ApplicationPayload(
                values.get("body"),
                values.get("channel"),
                values.get("arrivedOn"),
                values.get("confirmedOn"),
                new ApplicationPayload.ApplicantPart(
                        values.get("kind"),
                        values.get("name"),
                        values.get("identity"),
                        values.get("contact"),
                        values.get("phone"),
                        values.get("email"),
                        values.get("address")),
                new ApplicationPayload.WantedPart(
                        values.get("caseKind"),
                        values.get("title"),
                        values.get("number"),
                        values.get("description"),
                        values.get("shouldBe"),
                        values.get("form"),
                        values.get("route")));
    }

    private String form(Map<String, String> values, String refusal, HttpServletResponse response, Model model) {
        ApplyPages.personal(response);
        var channels = options.of(FilingChannel.class, "request.channel");
        channels.remove(FilingChannel.ONLINE.name());
        model.addAttribute("values", values);
        model.addAttribute("refusal", refusal);
        model.addAttribute("bodies", options.reached(actors.get()));
        model.addAttribute("channels", channels);
        model.addAttribute("caseKinds", options.caseKinds());
        model.addAttribute("kinds", options.of(ApplicantKind.class, "request.kind"));
        model.addAttribute("supplyForms", options.of(Wanted.SupplyForm.class, "request.form"));
        model.addAttribute("routes", options.of(Wanted.SupplyRoute.class, "request.route"));
        return "request/entry";
    }
}
