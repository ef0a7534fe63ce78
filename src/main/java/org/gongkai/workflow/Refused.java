package org.gongkai.workflow;

/** 携带一个 {@link Refusal} 使事务回滚。 Carries a refusal out of the transaction, which rolls back. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final Kind kind;

    private enum Kind {
        ACT,
        CONFLICT,
        MISSING,
        UNREADABLE
    }

    public Refused(Refusal refusal) {
        this(refusal, Kind.ACT);
    }

    private Refused(Refusal refusal, Kind kind) {
        super(refusal.messageKey(), null, false, false);
        this.refusal = refusal;
        this.kind = kind;
    }

    /**
     * 没有这个对象，或者它属于别的机构：两种情况说同一句话，都是 404。
     *
     * <p>There is no such thing, or it is another body's: the same answer, so that nobody learns which.
     */
    public static Refused missing(String messageKey, Object... args) {
        return new Refused(Refusal.of(messageKey, args), Kind.MISSING);
    }

    /** 请求里的一个值看不懂，或者不是允许的值：400。 A value of the request cannot be read, or is none of the allowed ones. */
    public static Refused unreadable(String messageKey, Object... args) {
        return new Refused(Refusal.of(messageKey, args), Kind.UNREADABLE);
    }

    /** 别人同时办了同一件事，先到的成了：409。 Somebody did the same at the same time and was first. */
    public static Refused conflict(String messageKey, Object... args) {
        return new Refused(Refusal.of(messageKey, args), Kind.CONFLICT);
    }

    /** 与同时办的另一次冲突。 */
    public boolean isConflict() {
        return kind == Kind.CONFLICT;
    }

    /** 要的对象不存在（或不归操作人看）。 */
    public boolean isMissing() {
        return kind == Kind.MISSING;
    }

    /** 请求本身写错了，与对象的状态无关。 */
    public boolean isUnreadable() {
        return kind == Kind.UNREADABLE;
    }

    public Refusal refusal() {
        return refusal;
    }
}
