package org.gongkai.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 文书的种类；每种一个模板，可以改。 The letters, each with a template that staff may edit. */
public enum LetterKind {
    RECEIPT(true),
    CORRECTION(true),
    REASONS(true),
    FEE(true),
    EXTENSION(true),
    DEFERRAL(true),
    CONSULTATION_NOTICE(true),
    CONSULT_THIRD_PARTY(false),
    CONSULT_CO_MAKER(false),
    INFORM_THIRD_PARTY(false),
    CLOSING(true),
    REPLY_ALREADY_PUBLIC(true),
    REPLY_GRANTED(true),
    REPLY_WITHHELD(true),
    REPLY_NOT_FOUND(true),
    REPLY_NOT_RESPONSIBLE(true),
    REPLY_REPEATED(true),
    REPLY_SPECIAL_ACCESS(true),
    REPLY_PARTIAL(true),
    REPLY_PARTLY_NOT_GOVERNMENT_INFORMATION(true),
    REPLY_NEEDS_PROCESSING(true),
    REPLY_PETITION(true),
    REPLY_PUBLIC_PRINT(true),
    REPLY_EXCESSIVE(true),
    REPLY_RE_ISSUE(true),
    REPLY_STILL_UNCLEAR(true),
    RECTIFICATION_RECEIPT(true),
    RECTIFICATION_CORRECTION(true),
    RECTIFICATION_CLOSING(true),
    RECTIFICATION_TRANSFER(false),
    REPLY_RECTIFIED(true),
    REPLY_TRANSFERRED(true),
    REPLY_REFERRED(true),
    REPLY_NOT_RECTIFIED(true);

    private static final String REPLY = "REPLY_";

    private final boolean toApplicant;

    LetterKind(boolean toApplicant) {
        this.toApplicant = toApplicant;
    }

    /** 发给申请人；否则发给第三方、共同制作机关、有权更正的机关。 */
    public boolean isToApplicant() {
        return toApplicant;
    }

    /** 答复书要有救济告知（R-REP-20、R-REP-21）。 */
    public boolean isReply() {
        return name().startsWith(REPLY);
    }

    /** 签发一种答复要出的：答复书；转送的，还有给那个机关的函。 */
    static List<LetterKind> of(ReplyKind reply) {
        var letter = valueOf(REPLY + reply.name());
        return reply == ReplyKind.TRANSFERRED ? List.of(RECTIFICATION_TRANSFER, letter) : List.of(letter);
    }

    /** 这一种申请用的：更正申请有自己的回执、补正、终止，其余共用。 The letter a case of this kind uses for the same purpose. */
    LetterKind in(CaseKind kind) {
        return named(kind.name() + "_" + name()).orElse(this);
    }

    /** 这件事要出哪几份文书。 The letters an act brings forth. */
    static List<LetterKind> of(RequestAction action, Particulars what) {
        return switch (action) {
            case CONFIRM, CONFIRM_BY_SYSTEM -> List.of(RECEIPT);
            case ASK_CORRECTION -> List.of(CORRECTION);
            case ASK_REASONS -> List.of(REASONS);
            case NOTICE_FEE -> List.of(FEE);
            case EXTEND -> List.of(EXTENSION);
            case DEFER -> List.of(DEFERRAL);
            case CONSULT ->
                what.consulted() == ConsultedParty.CO_MAKER
                        ? List.of(CONSULT_CO_MAKER, CONSULTATION_NOTICE)
                        : List.of(CONSULT_THIRD_PARTY, CONSULTATION_NOTICE);
            case INFORM_THIRD_PARTY -> List.of(INFORM_THIRD_PARTY);
            case ABANDON, WITHDRAW, RECORD_WITHDRAWAL, MERGE -> List.of(CLOSING);
            default -> List.of();
        };
    }

    /** 由名称。 */
    public static Optional<LetterKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
