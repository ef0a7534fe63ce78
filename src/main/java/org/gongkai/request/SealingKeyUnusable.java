package org.gongkai.request;

/** 个人信息的密钥用不了，一句话说明怎么办。 The key of personal data cannot be used; the message is one sentence for the operator. */
public final class SealingKeyUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealingKeyUnusable(String sentence) {
        super(sentence, null, false, false);
    }
}
