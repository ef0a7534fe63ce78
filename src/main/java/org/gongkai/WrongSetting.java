package org.gongkai;

/** 设置不对。 A setting the application cannot start with; the message is one sentence for the operator. */
final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSetting(String sentence) {
        super(sentence, null, false, false);
    }
}
