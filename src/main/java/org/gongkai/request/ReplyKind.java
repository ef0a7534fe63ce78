package org.gongkai.request;

import java.util.Arrays;
import java.util.List;
import org.gongkai.law.LegalBasis;
import org.gongkai.law.Term;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 答复类型（R-REP-01…18，更正申请 R-REQ-22）：依据、年报表三的行、救济告知。
 *
 * <p>The kinds of result, one line each: rule, article, row of the annual report, what the remedy paragraph says, how it comes about.
 */
@Term("答复类型")
public enum ReplyKind {
    /** 已经主动公开：告知获取方式、途径 */
    ALREADY_PUBLIC("R-REP-01", "OGI-36", "C1", Remedy.EITHER, Way.REPLY),
    /** 予以公开：提供，或者告知方式、途径和时间 */
    GRANTED("R-REP-02", "OGI-36", "C1", Remedy.EITHER, Way.REPLY),
    /** 不予公开：告知并说明理由 */
    WITHHELD("R-REP-03", "OGI-36", "C3", Remedy.RECONSIDER_FIRST, Way.REPLY),
    /** 经检索没有：信息不存在 */
    NOT_FOUND("R-REP-04", "OGI-36", "C4.1", Remedy.SWITCH, Way.REPLY),
    /** 不属于本机关负责公开 */
    NOT_RESPONSIBLE("R-REP-05", "OGI-36", "C4.1", Remedy.SWITCH, Way.REPLY),
    /** 重复申请：不予重复处理 */
    REPEATED("R-REP-06", "OGI-36", "C5.2", Remedy.SWITCH, Way.REPLY),
    /** 工商、不动产登记等：依照有关法律、行政法规办理 */
    SPECIAL_ACCESS("R-REP-07", "OGI-36", "C3.8", Remedy.SWITCH, Way.REPLY),
    /** 部分公开：区分处理 */
    PARTIAL("R-REP-08", "OGI-37", "C2", Remedy.RECONSIDER_FIRST, Way.REPLY),
    /** 含有不属于政府信息的内容，区分处理 */
    PARTLY_NOT_GOVERNMENT_INFORMATION("R-REP-09", "OGI-37", "C2", Remedy.RECONSIDER_FIRST, Way.REPLY),
    /** 需要加工、分析：可以不予提供 */
    NEEDS_PROCESSING("R-REP-10", "OGI-38", "C4.2", Remedy.SWITCH, Way.REPLY),
    /** 以申请的形式信访、投诉、举报 */
    PETITION("R-REP-11", "OGI-39", "C5.1", Remedy.SWITCH, Way.REPLY),
    /** 要求提供公开出版物 */
    PUBLIC_PRINT("R-REP-12", "OGI-39", "C5.3", Remedy.SWITCH, Way.REPLY),
    /** 无正当理由大量反复申请 */
    EXCESSIVE("R-REP-13", "OGI-35", "C5.4", Remedy.SWITCH, Way.REPLY),
    /** 要求确认或者重新出具已经获取的信息 */
    RE_ISSUE("R-REP-14", "OGI-36", "C5.5", Remedy.SWITCH, Way.REPLY),
    /** 补正后仍不明确 */
    STILL_UNCLEAR("R-REP-15", "OGI-30", "C4.3", Remedy.SWITCH, Way.REPLY),
    /** 逾期不补正，视为放弃 */
    NOT_CORRECTED("R-REP-16", "OGI-30", "C6.1", Remedy.SWITCH, Way.CLOSING),
    /** 逾期不缴费，视为放弃 */
    NOT_PAID("R-REP-17", "FEE109-6", "C6.2", Remedy.SWITCH, Way.CLOSING),
    /** 撤回、合并等 */
    OTHER("R-REP-18", "OGI-45", "C6.3", Remedy.NONE, Way.CLOSING),
    /** 经审核属实：予以更正并告知 */
    RECTIFIED("R-REQ-22", "OGI-41", null, Remedy.EITHER, Way.RECTIFYING),
    /** 不属于本机关职能范围：转送有权更正的机关处理并告知 */
    TRANSFERRED("R-REQ-22", "OGI-41", null, Remedy.EITHER, Way.RECTIFYING),
    /** 不属于本机关职能范围：告知向有权更正的机关提出 */
    REFERRED("R-REQ-22", "OGI-41", null, Remedy.EITHER, Way.RECTIFYING),
    /** 经审核没有错误、证据不足以证明：不予更正 */
    NOT_RECTIFIED("R-REQ-22", "OGI-41", null, Remedy.EITHER, Way.RECTIFYING);

    /** 救济告知怎么写（R-REP-20、R-REP-21）。 */
    public enum Remedy {
        /** 可以复议，也可以直接诉讼 */
        EITHER,
        /** 复议前置：应当先申请行政复议 */
        RECONSIDER_FIRST,
        /** 是否属于“不予公开”有不同看法，按模板开关 */
        SWITCH,
        /** 不告知 */
        NONE
    }

    private enum Way {
        REPLY,
        RECTIFYING,
        CLOSING
    }

    private final String rule;
    private final LegalBasis basis;
    private final @Nullable String row;
    private final Remedy remedy;
    private final Way way;

    ReplyKind(String rule, String basis, @Nullable String row, Remedy remedy, Way way) {
        this.rule = rule;
        this.basis = LegalBasis.of(basis);
        this.row = row;
        this.remedy = remedy;
        this.way = way;
    }

    public String rule() {
        return rule;
    }

    public LegalBasis basis() {
        return basis;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** 以答复书办结；否则是终止处理。 */
    public boolean isReply() {
        return way != Way.CLOSING;
    }

    /** 这一种申请会有的结果。 Whether a case of this kind can end so. */
    public boolean belongsTo(CaseKind kind) {
        return way == Way.CLOSING || (way == Way.RECTIFYING) == (kind == CaseKind.RECTIFICATION);
    }

    /** 这一种申请的全部结果，按次序。 */
    public static List<ReplyKind> of(CaseKind kind) {
        return Arrays.stream(values()).filter(each -> each.belongsTo(kind)).toList();
    }

    /** 要写明有权更正的是哪个机关。 Whether the competent body has to be named. */
    public boolean namesAnotherBody() {
        return this == TRANSFERRED || this == REFERRED;
    }

    /** 要写明不予公开的情形和理由。 Whether a ground has to be named. */
    public boolean needsGround() {
        return this == WITHHELD || this == PARTIAL;
    }

    /** 会把信息交给申请人，所以适宜转为主动公开（R-EXM-11）。 */
    public boolean givesInformation() {
        return this == GRANTED || this == PARTIAL || this == PARTLY_NOT_GOVERNMENT_INFORMATION;
    }

    /**
     * 计入年报表三的哪一行（R-ANN-22）；一件申请只计一行，区分处理的只计 C2。
     *
     * @param ground 不予公开的情形，其他类型不看它
     * @return 更正申请的答复不计入年报，为空
     */
    public @Nullable String annualRow(@Nullable NonDisclosureGround ground) {
        if (this != WITHHELD) {
            return row;
        }
        if (ground == null) {
            throw new Refused(Refusal.of("request.groundMissing").basis("OGI-36"));
        }
        return row + "." + (ground.ordinal() + 1);
    }
}
