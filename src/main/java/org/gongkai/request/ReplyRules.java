package org.gongkai.request;

import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/**
 * 哪种答复要先做到什么：不存在的要有检索记录，不予公开的要有情形和理由，第三方的意见要等到……
 *
 * <p>What each kind of reply presupposes.
 */
final class ReplyRules {

    private final InformationRequest request;
    private final ActContext context;

    ReplyRules(InformationRequest request, ActContext context) {
        this.request = request;
        this.context = context;
    }

    void check(Particulars what) {
        var kind = what.reply();
        if (kind == null || !kind.isReply()) {
            throw new Refused(
                    Refusal.of("request.replyMissing").basis(request.kind().basis("OGI-36")));
        }
        if (!kind.belongsTo(request.kind())) {
            throw new Refused(Refusal.of("request.replyOfAnotherKind", "request.reply." + kind.name())
                    .basis(request.kind().basis("OGI-36"))
                    .rule(request.kind().rule()));
        }
        if (ActRules.blank(what.words())) {
            throw new Refused(Refusal.of("request.wordsMissing")
                    .basis(request.kind().basis("OGI-36"))
                    .rule("R-REP-19"));
        }
        if (kind.namesAnotherBody() && ActRules.blank(what.party())) {
            throw new Refused(
                    Refusal.of("request.otherBodyMissing").basis("OGI-41").rule(kind.rule()));
        }
        if (kind.needsGround() && what.ground() == null) {
            throw new Refused(
                    Refusal.of("request.groundMissing").basis("OGI-36").rule(kind.rule()));
        }
        if (kind == ReplyKind.WITHHELD && what.ground() == NonDisclosureGround.QUERY_MATTER) {
            throw new Refused(
                    Refusal.of("request.queryMatterIsNoRefusal").basis("OGI-36").rule("R-REP-07"));
        }
        mustNotBeWaiting();
        switch (kind) {
            case NOT_FOUND -> mustHave(RequestAction.RECORD_SEARCH, "request.searchMissing", kind);
            case STILL_UNCLEAR -> {
                if (!request.history().has(RequestAction.CORRECT, RequestAction.RECORD_CORRECTION)) {
                    throw new Refused(
                            Refusal.of("request.neverCorrected").basis("OGI-30").rule("R-REQ-18"));
                }
            }
            case EXCESSIVE -> mustBeWithoutReasons();
            case REPEATED -> {
                if (what.related() == null) {
                    throw new Refused(
                            Refusal.of("request.relatedMissing").basis("OGI-36").rule("R-REP-06"));
                }
            }
            case WITHHELD, PARTIAL -> mustHaveAskedTheThirdParty(what, kind);
            case GRANTED -> mustHonourTheThirdParty();
            default -> {}
        }
    }

    /** 还有没到期的征求意见，不能答复（R-REQ-13、R-REQ-14）。 */
    private void mustNotBeWaiting() {
        for (var letter : request.history().consultations()) {
            if (letter.outcome(context.calendar(), context.today()) == Consultation.Outcome.PENDING) {
                throw new Refused(
                        Refusal.of("request.stillConsulting", letter.number(), letter.answerBy(context.calendar()))
                                .basis(letter.party() == ConsultedParty.THIRD_PARTY ? "OGI-32" : "OGI-34")
                                .rule(letter.party() == ConsultedParty.THIRD_PARTY ? "R-REQ-13" : "R-REQ-14"));
            }
        }
    }

    private void mustHave(RequestAction action, String key, ReplyKind kind) {
        if (!request.history().has(action)) {
            throw new Refused(Refusal.of(key).basis("OGI-36").rule(kind.rule()));
        }
    }

    private void mustBeWithoutReasons() {
        boolean unsound = request.history()
                .last(RequestAction.RECORD_REASONS)
                .map(act -> Boolean.FALSE.equals(act.what().sound()))
                .orElse(false);
        if (!unsound) {
            throw new Refused(
                    Refusal.of("request.reasonsNotJudged").basis("OGI-35").rule("R-REQ-20"));
        }
    }

    private void mustHaveAskedTheThirdParty(Particulars what, ReplyKind kind) {
        boolean asked = request.history().consultations().stream()
                .anyMatch(letter -> letter.party() == ConsultedParty.THIRD_PARTY);
        if (what.ground() == NonDisclosureGround.THIRD_PARTY && !asked) {
            throw new Refused(
                    Refusal.of("request.thirdPartyNotAsked").basis("OGI-32").rule(kind.rule()));
        }
    }

    /** 第三方有合理理由不同意的，不公开；因公共利益决定公开的，先把内容和理由书面告知第三方（R-REQ-13）。 */
    private void mustHonourTheThirdParty() {
        for (var letter : request.history().consultations()) {
            if (letter.party() == ConsultedParty.THIRD_PARTY
                    && letter.opinion() == Opinion.REFUSED_REASONABLY
                    && request.history()
                            .about(RequestAction.INFORM_THIRD_PARTY, letter.number())
                            .isEmpty()) {
                throw new Refused(Refusal.of("request.thirdPartyRefused", letter.number())
                        .basis("OGI-32")
                        .rule("R-REQ-13"));
            }
        }
    }
}
