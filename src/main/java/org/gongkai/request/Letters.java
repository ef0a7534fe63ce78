package org.gongkai.request;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.law.Basis;
import org.gongkai.law.Statutes;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.ui.Dates;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 出文书：取模板、编号、填写、入卷。不予公开、部分公开的写明复议前置（R-REP-19…21）。
 *
 * <p>Fills a letter from its template, numbers it within body and year, and puts it into the case. Part of the act's transaction.
 */
@Component
class Letters {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final LetterTemplates templates;
    private final RequestStore store;
    private final PaperStore papers;
    private final PublicBodies bodies;
    private final Statutes statutes;
    private final Texts texts;

    Letters(
            LetterTemplates templates,
            RequestStore store,
            PaperStore papers,
            PublicBodies bodies,
            Statutes statutes,
            Texts texts) {
        this.templates = templates;
        this.store = store;
        this.papers = papers;
        this.bodies = bodies;
        this.statutes = statutes;
        this.texts = texts;
    }

    /** 这件事要出的文书，逐份入卷。 */
    @Basis({"OGI-30", "OGI-32", "OGI-33", "OGI-36", "OGI-41", "REC-23"})
    void issue(InformationRequest request, Act act, LocalDate today, WorkingCalendar calendar) {
        for (var kind : kinds(request, act)) {
            var form = templates.form(request.body, kind);
            var fields = fields(request, act, kind, today, calendar);
            var title = LetterText.of(kind).getFirst() + ".docx";
            // whoever writes the body's next letter waits from here to the end of the transaction
            int serial = store.next(request.body, today.getYear(), "LETTER");
            var number = texts.get("request.letterNumber", body(request.body), String.valueOf(today.getYear()), serial);
            fields.put("文号", number);
            var docx = form.filled(fields);
            papers.add(
                    request,
                    kind.isToApplicant() ? Paper.Kind.LETTER : Paper.Kind.INTERNAL,
                    act.number(),
                    number,
                    new Paper.Content(title, DOCX, docx));
        }
    }

    private static List<LetterKind> kinds(InformationRequest request, Act act) {
        var reply = request.reply;
        if (act.action() == RequestAction.SIGN && reply != null) {
            return LetterKind.of(reply);
        }
        return LetterKind.of(act.action(), act.what()).stream()
                .map(letter -> letter.in(request.kind()))
                .toList();
    }

    private Map<String, String> fields(
            InformationRequest request, Act act, LetterKind kind, LocalDate today, WorkingCalendar calendar) {
        var clock = request.clock(calendar);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("机关", name(request.body));
        fields.put("申请人", request.applicant.name());
        fields.put("对象", text(addressee(request, act)));
        fields.put("受理号", request.reference);
        fields.put("收到日期", Dates.full(request.receivedOn == null ? request.arrivedOn : request.receivedOn));
        fields.put("申请内容", request.wanted.inFull());
        fields.put("办理经过", kind.isReply() ? course(request, clock) : "");
        fields.put("内容", text(words(request, act)) + (kind.isReply() ? enclosed(request) : ""));
        fields.put("答复期限", clock.due().map(Dates::full).orElse(""));
        fields.put("对方期限", clock.applicantDue().map(Dates::full).orElse(""));
        fields.put("情形", ground(request));
        fields.put("依据", basis(request));
        fields.put("救济告知", kind.isReply() ? remedy(request) : "");
        fields.put("日期", Dates.full(today));
        var fee = act.what().processingFee();
        fields.put("金额", fee == null ? "" : String.valueOf(fee.yuan()));
        fields.put("计费", fee == null ? "" : bands(fee));
        return fields;
    }

    /** 随答复提供的文件，列在内容之后。 */
    private String enclosed(InformationRequest request) {
        var names = papers.of(request.id).stream()
                .filter(Paper::isSupplied)
                .map(paper -> "《" + paper.name() + "》")
                .toList();
        return names.isEmpty() ? "" : "\n" + texts.get("request.letter.enclosed", String.join("、", names));
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }

    /** The reply was written when it was drafted; every other letter says what its act says. */
    private static @Nullable String words(InformationRequest request, Act act) {
        return act.action() == RequestAction.SIGN
                ? request.history()
                        .last(RequestAction.DRAFT_REPLY)
                        .map(draft -> draft.what().words())
                        .orElse("")
                : act.what().words();
    }

    /** 征求谁的意见；答复里写明的有权更正的机关。 */
    private static @Nullable String addressee(InformationRequest request, Act act) {
        if (act.action() == RequestAction.SIGN) {
            return request.history()
                    .last(RequestAction.DRAFT_REPLY)
                    .map(draft -> draft.what().party())
                    .orElse(null);
        }
        return act.what().party() == null ? consulted(request, act) : act.what().party();
    }

    private static @Nullable String consulted(InformationRequest request, Act act) {
        var letter = act.what().letter();
        return letter == null
                ? null
                : request.acts.stream()
                        .filter(each -> each.number() == letter)
                        .map(each -> each.what().party())
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private String ground(InformationRequest request) {
        if (request.ground != null) {
            return texts.get("publication.ground." + request.ground.name());
        }
        return request.reply == null ? "" : texts.get("request.reply." + request.reply.name());
    }

    private String basis(InformationRequest request) {
        var basis =
                request.ground != null ? request.ground.basis() : request.reply == null ? null : request.reply.basis();
        return basis == null
                ? ""
                : statutes.find(basis).map(Statutes.Article::citation).orElse(basis.code());
    }

    /** 补正过、征求过意见、延期过的，答复里说明，期限才算得清。 What moved the last day is said in the reply. */
    private String course(InformationRequest request, RequestClock clock) {
        var said = new StringBuilder();
        request.history()
                .last(RequestAction.CORRECT, RequestAction.RECORD_CORRECTION)
                .ifPresent(act -> said.append(texts.get(
                        "request.letter.corrected",
                        Dates.full(act.on()),
                        text(act.what().words()))));
        if (!request.history().consultations().isEmpty()) {
            said.append(texts.get("request.letter.consulted"));
        }
        if (clock.extension() > 0) {
            said.append(texts.get("request.letter.extended", clock.extension()));
        }
        return said.toString();
    }

    private String remedy(InformationRequest request) {
        var reply = request.reply;
        if (reply == null) {
            return "";
        }
        var words = texts.get("request.remedy." + reply.remedy().name());
        return reply.remedy() == ReplyKind.Remedy.NONE
                ? words
                : words + texts.get("request.letter.remedyAt", reconsiderer(request.body));
    }

    /** 对部门、乡镇、街道的答复，向本级人民政府申请复议；对人民政府自己的，向上一级（行政复议法第二十四条）。 */
    private String reconsiderer(String body) {
        return bodies.root()
                .filter(root -> !root.code().equals(body))
                .map(PublicBody::name)
                .orElse(texts.get("request.letter.higher"));
    }

    private static String bands(ProcessingFee fee) {
        return fee.parts().stream()
                .filter(part -> part.each() > 0)
                .map(part -> part.from() + "—" + part.to() + "，每件（页）" + part.each() + "元")
                .reduce((one, other) -> one + "；" + other)
                .orElse("");
    }

    private String body(String code) {
        return bodies.find(code).map(PublicBody::shortName).orElse(code);
    }

    private String name(String code) {
        return bodies.find(code).map(PublicBody::name).orElse(code);
    }
}
