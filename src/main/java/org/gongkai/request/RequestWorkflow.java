package org.gongkai.request;

import static org.gongkai.identity.Duty.LIAISON;
import static org.gongkai.identity.Duty.OFFICE;
import static org.gongkai.identity.Duty.SECRECY_REVIEWER;
import static org.gongkai.identity.Duty.SECTION_HEAD;
import static org.gongkai.identity.Duty.SIGNER;
import static org.gongkai.identity.Duty.WINDOW;
import static org.gongkai.request.RequestAction.ABANDON;
import static org.gongkai.request.RequestAction.APPROVE;
import static org.gongkai.request.RequestAction.ARCHIVE;
import static org.gongkai.request.RequestAction.ASK_CORRECTION;
import static org.gongkai.request.RequestAction.ASK_REASONS;
import static org.gongkai.request.RequestAction.ASSIGN;
import static org.gongkai.request.RequestAction.CLEAR;
import static org.gongkai.request.RequestAction.CONFER;
import static org.gongkai.request.RequestAction.CONFIRM;
import static org.gongkai.request.RequestAction.CONFIRM_BY_SYSTEM;
import static org.gongkai.request.RequestAction.CONSULT;
import static org.gongkai.request.RequestAction.CONTACT;
import static org.gongkai.request.RequestAction.CORRECT;
import static org.gongkai.request.RequestAction.DEFER;
import static org.gongkai.request.RequestAction.DISPATCH;
import static org.gongkai.request.RequestAction.DRAFT_REPLY;
import static org.gongkai.request.RequestAction.EXPLAIN;
import static org.gongkai.request.RequestAction.EXTEND;
import static org.gongkai.request.RequestAction.INFORM_THIRD_PARTY;
import static org.gongkai.request.RequestAction.MERGE;
import static org.gongkai.request.RequestAction.NOTICE_FEE;
import static org.gongkai.request.RequestAction.PROPOSE_DISCLOSURE;
import static org.gongkai.request.RequestAction.RECEIVE_ORDER;
import static org.gongkai.request.RequestAction.RECORD_CORRECTION;
import static org.gongkai.request.RequestAction.RECORD_DELIVERY;
import static org.gongkai.request.RequestAction.RECORD_OPINION;
import static org.gongkai.request.RequestAction.RECORD_PAYMENT;
import static org.gongkai.request.RequestAction.RECORD_REASONS;
import static org.gongkai.request.RequestAction.RECORD_REMEDY;
import static org.gongkai.request.RequestAction.RECORD_SEARCH;
import static org.gongkai.request.RequestAction.RECORD_SERVICE;
import static org.gongkai.request.RequestAction.RECORD_WITHDRAWAL;
import static org.gongkai.request.RequestAction.REHANDLE;
import static org.gongkai.request.RequestAction.RETURN;
import static org.gongkai.request.RequestAction.SIGN;
import static org.gongkai.request.RequestAction.SPLIT;
import static org.gongkai.request.RequestAction.WITHDRAW;
import static org.gongkai.request.RequestState.ACCEPTED;
import static org.gongkai.request.RequestState.ARCHIVED;
import static org.gongkai.request.RequestState.AWAITING_CORRECTION;
import static org.gongkai.request.RequestState.AWAITING_PAYMENT;
import static org.gongkai.request.RequestState.AWAITING_REASONS;
import static org.gongkai.request.RequestState.CLOSED;
import static org.gongkai.request.RequestState.DIVIDED;
import static org.gongkai.request.RequestState.FILED;
import static org.gongkai.request.RequestState.HANDLING;
import static org.gongkai.request.RequestState.REPLIED;
import static org.gongkai.request.RequestState.REVIEW;
import static org.gongkai.request.RequestState.SECRECY_REVIEW;
import static org.gongkai.request.RequestState.SIGNED;
import static org.gongkai.request.RequestState.SIGNING;
import static org.gongkai.workflow.Workflow.row;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.law.LegalBasis;
import org.gongkai.workflow.Workflow;

/**
 * 依申请公开流程表（F-REQ）：一件申请从提出到归档。征求意见不是状态，它是期限的一段扣除，可以几家同时进行。
 *
 * <p>The one table of the lifecycle. A consultation is no state but a pause of the deadline; several may run at once. A rectification has
 * the same rows less those of {@link #ONLY_DISCLOSURE}, under its own article.
 */
final class RequestWorkflow {

    static final Workflow<RequestState, RequestAction> TABLE = Workflow.of(
            "request.workflow",
            List.of(
                    row(FILED, CONFIRM, ACCEPTED, "OGI-31", LIAISON, WINDOW, OFFICE),
                    row(FILED, CONFIRM_BY_SYSTEM, ACCEPTED, "OGI-31"),
                    row(FILED, RECEIVE_ORDER, ACCEPTED, "REC-64"),
                    row(ACCEPTED, ASSIGN, HANDLING, "OGI-45", LIAISON, OFFICE),
                    row(ACCEPTED, ASK_CORRECTION, AWAITING_CORRECTION, "OGI-30", LIAISON, OFFICE),
                    row(ACCEPTED, SPLIT, DIVIDED, "FEE109-3", LIAISON, OFFICE),
                    row(ACCEPTED, MERGE, CLOSED, "OGI-36", LIAISON, OFFICE),
                    row(AWAITING_CORRECTION, CORRECT, ACCEPTED, "OGI-30"),
                    row(AWAITING_CORRECTION, RECORD_CORRECTION, ACCEPTED, "OGI-30", LIAISON, WINDOW, OFFICE),
                    row(AWAITING_CORRECTION, ABANDON, CLOSED, "OGI-30", LIAISON, OFFICE),
                    row(HANDLING, ASSIGN, HANDLING, "OGI-45", LIAISON, OFFICE),
                    row(HANDLING, ASK_CORRECTION, AWAITING_CORRECTION, "OGI-30", LIAISON, OFFICE),
                    row(HANDLING, ASK_REASONS, AWAITING_REASONS, "OGI-35", LIAISON, OFFICE),
                    row(AWAITING_REASONS, EXPLAIN, AWAITING_REASONS, "OGI-35"),
                    row(AWAITING_REASONS, RECORD_REASONS, HANDLING, "OGI-35", LIAISON, OFFICE),
                    row(HANDLING, NOTICE_FEE, AWAITING_PAYMENT, "OGI-42", SECTION_HEAD, OFFICE),
                    row(AWAITING_PAYMENT, RECORD_DELIVERY, AWAITING_PAYMENT, "FEE109-6", LIAISON, WINDOW, OFFICE),
                    row(AWAITING_PAYMENT, RECORD_PAYMENT, HANDLING, "FEE109-6", LIAISON, WINDOW, OFFICE),
                    row(AWAITING_PAYMENT, ABANDON, CLOSED, "FEE109-6", LIAISON, OFFICE),
                    row(HANDLING, RECORD_SEARCH, HANDLING, "OGI-36", LIAISON),
                    row(HANDLING, CONSULT, HANDLING, "OGI-32", LIAISON),
                    row(HANDLING, RECORD_DELIVERY, HANDLING, "OGI-32", LIAISON),
                    row(HANDLING, RECORD_OPINION, HANDLING, "OGI-32", LIAISON),
                    row(HANDLING, INFORM_THIRD_PARTY, HANDLING, "OGI-32", LIAISON),
                    row(HANDLING, CONFER, HANDLING, "OGI-17", LIAISON, SECTION_HEAD, OFFICE),
                    row(HANDLING, CONTACT, HANDLING, "OGI-30", LIAISON, WINDOW, OFFICE),
                    row(HANDLING, EXTEND, HANDLING, "OGI-33", SECTION_HEAD),
                    row(HANDLING, DEFER, HANDLING, "OGI-35", SECTION_HEAD),
                    row(HANDLING, DRAFT_REPLY, REVIEW, "OGI-36", LIAISON),
                    row(REVIEW, APPROVE, SECRECY_REVIEW, "OGI-17", SECTION_HEAD),
                    row(REVIEW, RETURN, HANDLING, "OGI-17", SECTION_HEAD),
                    row(SECRECY_REVIEW, CLEAR, SIGNING, "OGI-17", SECRECY_REVIEWER),
                    row(SECRECY_REVIEW, RETURN, HANDLING, "OGI-17", SECRECY_REVIEWER),
                    row(SIGNING, SIGN, SIGNED, "OGI-36", SIGNER),
                    row(SIGNING, RETURN, HANDLING, "OGI-17", SIGNER),
                    row(SIGNED, DISPATCH, REPLIED, "OGI-33", LIAISON, WINDOW, OFFICE),
                    row(REPLIED, RECORD_SERVICE, REPLIED, "OGI-45", LIAISON, WINDOW, OFFICE),
                    row(REPLIED, PROPOSE_DISCLOSURE, REPLIED, "OGI-44", LIAISON, OFFICE),
                    row(REPLIED, RECORD_REMEDY, REPLIED, "OGI-50", LIAISON, OFFICE),
                    row(REPLIED, REHANDLE, REPLIED, "REC-64", LIAISON, OFFICE),
                    row(REPLIED, ARCHIVE, ARCHIVED, "OGI-45", LIAISON, OFFICE),
                    row(CLOSED, RECORD_REMEDY, CLOSED, "OGI-50", LIAISON, OFFICE),
                    row(CLOSED, REHANDLE, CLOSED, "REC-64", LIAISON, OFFICE),
                    row(CLOSED, ARCHIVE, ARCHIVED, "OGI-45", LIAISON, OFFICE),
                    row(ARCHIVED, PROPOSE_DISCLOSURE, ARCHIVED, "OGI-44", LIAISON, OFFICE),
                    row(ARCHIVED, RECORD_REMEDY, ARCHIVED, "OGI-50", LIAISON, OFFICE),
                    row(ARCHIVED, REHANDLE, ARCHIVED, "REC-64", LIAISON, OFFICE),
                    row(FILED, WITHDRAW, CLOSED, "OGI-27"),
                    row(FILED, RECORD_WITHDRAWAL, CLOSED, "OGI-27", LIAISON, WINDOW, OFFICE),
                    row(ACCEPTED, WITHDRAW, CLOSED, "OGI-27"),
                    row(ACCEPTED, RECORD_WITHDRAWAL, CLOSED, "OGI-27", LIAISON, WINDOW, OFFICE),
                    row(AWAITING_CORRECTION, WITHDRAW, CLOSED, "OGI-27"),
                    row(AWAITING_CORRECTION, RECORD_WITHDRAWAL, CLOSED, "OGI-27", LIAISON, WINDOW, OFFICE),
                    row(AWAITING_REASONS, WITHDRAW, CLOSED, "OGI-27"),
                    row(AWAITING_REASONS, RECORD_WITHDRAWAL, CLOSED, "OGI-27", LIAISON, WINDOW, OFFICE),
                    row(AWAITING_PAYMENT, WITHDRAW, CLOSED, "OGI-27"),
                    row(AWAITING_PAYMENT, RECORD_WITHDRAWAL, CLOSED, "OGI-27", LIAISON, WINDOW, OFFICE),
                    row(HANDLING, WITHDRAW, CLOSED, "OGI-27"),
                    row(HANDLING, RECORD_WITHDRAWAL, CLOSED, "OGI-27", LIAISON, WINDOW, OFFICE),
                    row(REVIEW, WITHDRAW, CLOSED, "OGI-27"),
                    row(REVIEW, RECORD_WITHDRAWAL, CLOSED, "OGI-27", LIAISON, WINDOW, OFFICE),
                    row(SECRECY_REVIEW, WITHDRAW, CLOSED, "OGI-27"),
                    row(SECRECY_REVIEW, RECORD_WITHDRAWAL, CLOSED, "OGI-27", LIAISON, WINDOW, OFFICE),
                    row(SIGNING, WITHDRAW, CLOSED, "OGI-27"),
                    row(SIGNING, RECORD_WITHDRAWAL, CLOSED, "OGI-27", LIAISON, WINDOW, OFFICE)));

    /** 申请更正没有的事：收费、说明理由、征求意见、延期（没有法定期限可延）、拆分、转主动公开（R-REQ-22）。 */
    private static final Set<RequestAction> ONLY_DISCLOSURE = EnumSet.of(
            ASK_REASONS,
            EXPLAIN,
            RECORD_REASONS,
            NOTICE_FEE,
            RECORD_PAYMENT,
            RECORD_DELIVERY,
            CONSULT,
            RECORD_OPINION,
            INFORM_THIRD_PARTY,
            EXTEND,
            DEFER,
            SPLIT,
            PROPOSE_DISCLOSURE);

    /** 到不了的状态。 */
    private static final Set<RequestState> ONLY_OF_DISCLOSURE = EnumSet.of(AWAITING_REASONS, AWAITING_PAYMENT);

    /** 责令重新答复依据的是决定和判决，不随种类变。 */
    private static final LegalBasis ORDERED = LegalBasis.of("REC-64");

    private static final Workflow<RequestState, RequestAction> RECTIFICATION = Workflow.of(
            TABLE.name(),
            TABLE.rows().stream()
                    .filter(row -> !ONLY_DISCLOSURE.contains(row.action()) && !ONLY_OF_DISCLOSURE.contains(row.from()))
                    .map(RequestWorkflow::rectifying)
                    .toList());

    private static Workflow.Row<RequestState, RequestAction> rectifying(Workflow.Row<RequestState, RequestAction> row) {
        var basis = row.basis().equals(ORDERED)
                ? ORDERED
                : LegalBasis.of(CaseKind.RECTIFICATION.basis(row.basis().code()));
        return new Workflow.Row<>(row.from(), row.action(), row.to(), row.duties(), basis);
    }

    /** 这一种申请的流程表。 */
    static Workflow<RequestState, RequestAction> of(CaseKind kind) {
        return switch (kind) {
            case DISCLOSURE -> TABLE;
            case RECTIFICATION -> RECTIFICATION;
        };
    }

    private RequestWorkflow() {}
}
