package org.gongkai.workflow;

import java.util.Arrays;
import java.util.List;
import org.gongkai.law.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * 拒绝：为什么不能做，依据哪一条。是值，不是异常；页面打印它，接口返回它，测试断言它的键。
 *
 * <p>Why an act is refused. The sentence stands in the message bundle of the module that the key's first word names.
 *
 * @param messageKey {@code module.reason}
 * @param args for the sentence; an argument (or an element of a list) that is itself a bundle key is printed as its text
 * @param basis the article, if law drove it
 * @param rule 规则编号，例如 {@code R-REQ-16}
 */
public record Refusal(
        String messageKey,
        List<Object> args,
        @Nullable LegalBasis basis,
        @Nullable String rule) {

    public Refusal(String messageKey, List<Object> args, @Nullable LegalBasis basis) {
        this(messageKey, args, basis, null);
    }

    public static Refusal of(String messageKey, Object... args) {
        return new Refusal(messageKey, Arrays.asList(args), null);
    }

    public Refusal basis(String code) {
        return new Refusal(messageKey, args, LegalBasis.of(code), rule);
    }

    /** The same, naming the rule of the requirements it enforces. */
    public Refusal rule(String id) {
        return new Refusal(messageKey, args, basis, id);
    }
}
