package org.gongkai.workflow;

/** 携带一个 {@link Refusal} 使事务回滚。 Carries a refusal out of the transaction, which rolls back. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.messageKey(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
