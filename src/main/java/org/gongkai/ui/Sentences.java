package org.gongkai.ui;

import org.gongkai.law.Statutes;
import org.gongkai.workflow.Refusal;
import org.springframework.stereotype.Component;

/** 把一个 {@link Refusal} 说成一句话，并写明依据。 The sentence and the citation of a refusal. */
@Component
public class Sentences {

    private final Texts texts;
    private final Statutes statutes;

    Sentences(Texts texts, Statutes statutes) {
        this.texts = texts;
        this.statutes = statutes;
    }

    /** 发生了什么、保存了什么、该做什么。 */
    public String sentence(Refusal refusal) {
        return texts.get(refusal.messageKey(), refusal.args().toArray());
    }

    /** 例如：《中华人民共和国政府信息公开条例》第十七条；没有依据时是空串。 */
    public String citation(Refusal refusal) {
        var basis = refusal.basis();
        return basis == null
                ? ""
                : statutes.find(basis).map(Statutes.Article::citation).orElse(basis.code());
    }
}
