package org.gongkai.request.web;

import java.util.List;
import org.gongkai.request.CaseKind;
import org.gongkai.request.RequestAction;

/** 每件事要填哪几项；一件事一张表单。 Which items each act asks for. */
enum ActField {
    ON,
    WORDS,
    OWNER,
    PARTY,
    UNTIL,
    DAYS,
    FEE,
    COUNT,
    CONSULTED,
    LETTER,
    OPINION,
    SOUND,
    REPLY,
    GROUND,
    RELATED,
    MANNER,
    REFERENCE,
    REMEDY,
    RESULT,
    PAPERS;

    static List<ActField> of(RequestAction action, CaseKind kind) {
        return switch (action) {
            case CONFIRM -> List.of(ON, WORDS);
            case RECORD_PAYMENT, RECORD_SERVICE -> List.of(ON);
            case ASSIGN -> List.of(OWNER);
            case ASK_CORRECTION -> List.of(WORDS, UNTIL, ON);
            case RECORD_CORRECTION -> List.of(WORDS, PAPERS, ON);
            case ASK_REASONS, RECORD_WITHDRAWAL, RECORD_SEARCH, CONFER, CONTACT -> List.of(WORDS, ON);
            case RECORD_REASONS -> List.of(WORDS, SOUND, ON);
            case NOTICE_FEE -> List.of(FEE, COUNT, ON);
            case SPLIT, RETURN -> List.of(WORDS);
            case MERGE -> List.of(RELATED);
            case CONSULT -> List.of(CONSULTED, PARTY, WORDS, ON);
            case RECORD_DELIVERY -> List.of(LETTER, ON);
            case RECORD_OPINION -> List.of(LETTER, OPINION, WORDS, ON);
            case INFORM_THIRD_PARTY -> List.of(LETTER, WORDS, ON);
            case EXTEND -> List.of(DAYS, WORDS, ON);
            case DEFER -> List.of(UNTIL, WORDS, ON);
            case DRAFT_REPLY ->
                switch (kind) {
                    case DISCLOSURE -> List.of(REPLY, GROUND, RELATED, WORDS);
                    case RECTIFICATION -> List.of(REPLY, PARTY, WORDS);
                };
            case DISPATCH -> List.of(MANNER, REFERENCE, ON);
            case REHANDLE -> List.of(REFERENCE, ON, UNTIL, DAYS, WORDS);
            case RECORD_REMEDY -> List.of(REMEDY, RESULT, REFERENCE, ON);
            case APPROVE,
                    CLEAR,
                    SIGN,
                    ABANDON,
                    ARCHIVE,
                    PROPOSE_DISCLOSURE,
                    CONFIRM_BY_SYSTEM,
                    RECEIVE_ORDER,
                    CORRECT,
                    EXPLAIN,
                    WITHDRAW -> List.of();
        };
    }

    /** 表单里的名字。 */
    String field() {
        return this == OWNER ? "party" : name().toLowerCase(java.util.Locale.ROOT);
    }
}
