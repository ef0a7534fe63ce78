package org.gongkai.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.workflow.Workflow;

/** 办理的环节。每一件事属于一个环节，一个也不能省。 The stages of a case; who may act in each is data. */
public enum CaseStep {
    /** 受理 */
    ACCEPT,
    /** 分办 */
    ASSIGN,
    /** 承办 */
    HANDLE,
    /** 审核 */
    REVIEW,
    /** 保密审查 */
    SECRECY,
    /** 签发 */
    SIGN,
    /** 送达 */
    DELIVER,
    /** 归档 */
    ARCHIVE;

    static CaseStep of(RequestState from, RequestAction action) {
        return switch (action) {
            case CONFIRM, CONFIRM_BY_SYSTEM, RECEIVE_ORDER, ASK_CORRECTION, CORRECT, RECORD_CORRECTION, SPLIT, MERGE ->
                ACCEPT;
            case ASSIGN -> ASSIGN;
            case APPROVE, EXTEND, DEFER, NOTICE_FEE -> REVIEW;
            case CLEAR -> SECRECY;
            case SIGN -> SIGN;
            case DISPATCH, RECORD_SERVICE -> DELIVER;
            case ARCHIVE, PROPOSE_DISCLOSURE, RECORD_REMEDY, REHANDLE -> ARCHIVE;
            case RETURN ->
                switch (from) {
                    case SECRECY_REVIEW -> SECRECY;
                    case SIGNING -> SIGN;
                    default -> REVIEW;
                };
            default -> HANDLE;
        };
    }

    private List<Workflow.Row<RequestState, RequestAction>> rows() {
        return RequestWorkflow.TABLE.rows().stream()
                .filter(row -> !row.duties().isEmpty() && of(row.from(), row.action()) == this)
                .toList();
    }

    /** 流程表里这个环节有哪些岗位可选。 */
    public Set<Duty> duties() {
        var all = EnumSet.noneOf(Duty.class);
        rows().forEach(row -> all.addAll(row.duties()));
        return all;
    }

    /** 只留这些岗位，这个环节的每一件事是否还有人做得了。 */
    boolean isManned(Set<Duty> chosen) {
        return rows().stream().allMatch(row -> row.duties().stream().anyMatch(chosen::contains));
    }
}
