package org.gongkai.workflow;

/** 携带一个 {@link Refusal} 使事务回滚。 Carries a refusal out of the transaction, which rolls back. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final boolean missing;

    public Refused(Refusal refusal) {
        this(refusal, false);
    }

    private Refused(Refusal refusal, boolean missing) {
        super(refusal.messageKey(), null, false, false);
        this.refusal = refusal;
        this.missing = missing;
    }

    /**
     * 没有这个对象，或者它属于别的机构：两种情况说同一句话，都是 404。
     *
     * <p>There is no such thing, or it is another body's: the same answer, so that nobody learns which.
     */
    public static Refused missing(String messageKey, Object... args) {
        return new Refused(Refusal.of(messageKey, args), true);
    }

    /** 要的对象不存在（或不归操作人看）。 */
    public boolean isMissing() {
        return missing;
    }

    public Refusal refusal() {
        return refusal;
    }
}
