package org.gongkai.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 一件申请的经过，一句一步地写。 Builds a history in the order things happened. */
final class CaseFile {

    private final CaseKind kind;
    private final FilingChannel channel;
    private final LocalDate arrivedOn;
    private final List<Act> acts = new ArrayList<>();

    private CaseFile(CaseKind kind, FilingChannel channel, LocalDate arrivedOn) {
        this.kind = kind;
        this.channel = channel;
        this.arrivedOn = arrivedOn;
    }

    static CaseFile arrived(FilingChannel channel, String on) {
        return new CaseFile(CaseKind.DISCLOSURE, channel, LocalDate.parse(on));
    }

    /** 当面提交，当日收到。 */
    static CaseFile receivedOn(String on) {
        return arrived(FilingChannel.COUNTER, on);
    }

    /** 当面提出的更正申请，当日收到。 */
    static CaseFile rectificationReceivedOn(String on) {
        return new CaseFile(CaseKind.RECTIFICATION, FilingChannel.COUNTER, LocalDate.parse(on));
    }

    CaseFile did(RequestAction action, String on) {
        return did(action, LocalDate.parse(on), Particulars.NONE);
    }

    CaseFile did(RequestAction action, LocalDate on, Particulars what) {
        acts.add(new Act(acts.size() + 1, action, on, what));
        return this;
    }

    CaseFile askedCorrection(String on, String until) {
        return did(RequestAction.ASK_CORRECTION, LocalDate.parse(on), until(LocalDate.parse(until)));
    }

    CaseFile consulted(ConsultedParty party, String on) {
        return did(RequestAction.CONSULT, LocalDate.parse(on), consult(party));
    }

    /** 收到第 n 份函件的答复。 */
    CaseFile answered(int letter, Opinion opinion, String on) {
        return did(RequestAction.RECORD_OPINION, LocalDate.parse(on), answer(letter, opinion));
    }

    CaseFile delivered(int letter, String on) {
        return did(RequestAction.RECORD_DELIVERY, LocalDate.parse(on), answer(letter, null));
    }

    CaseFile extended(int days, String on) {
        return did(RequestAction.EXTEND, LocalDate.parse(on), days(days));
    }

    CaseHistory history() {
        return new CaseHistory(kind, channel, arrivedOn, acts);
    }

    static Particulars until(LocalDate day) {
        return what(day, null, null, null, null);
    }

    static Particulars days(int days) {
        return what(null, days, null, null, null);
    }

    static Particulars consult(ConsultedParty party) {
        return what(null, null, null, party, null);
    }

    static Particulars answer(int letter, @Nullable Opinion opinion) {
        return what(null, null, letter, null, opinion);
    }

    private static Particulars what(
            @Nullable LocalDate until,
            @Nullable Integer days,
            @Nullable Integer letter,
            @Nullable ConsultedParty party,
            @Nullable Opinion opinion) {
        return new Particulars(
                null, null, until, days, null, letter, party, opinion, null, null, null, null, null, null, null, null,
                null);
    }
}
