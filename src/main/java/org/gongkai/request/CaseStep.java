package org.gongkai.request;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Of the table as it is, worked out once. */
    private static final class Table {

        private static final Map<CaseStep, List<Workflow.Row<RequestState, RequestAction>>> ROWS =
                RequestWorkflow.TABLE.rows().stream()
                        .filter(row -> !row.duties().isEmpty())
                        .collect(Collectors.groupingBy(row -> of(row.from(), row.action())));

        private static final Map<CaseStep, Set<Duty>> DUTIES = Arrays.stream(values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        step -> step.rows().stream()
                                .flatMap(row -> row.duties().stream())
                                .collect(Collectors.toUnmodifiableSet())));
    }

    private List<Workflow.Row<RequestState, RequestAction>> rows() {
        return Table.ROWS.getOrDefault(this, List.of());
    }

    /** 流程表里这个环节有哪些岗位可选。 The duties the table allows in this step. */
    public Set<Duty> duties() {
        return Table.DUTIES.getOrDefault(this, Set.of());
    }

    /** 只留这些岗位，这个环节的每一件事是否还有人做得了。 */
    boolean isManned(Set<Duty> chosen) {
        return rows().stream().allMatch(row -> row.duties().stream().anyMatch(chosen::contains));
    }
}
