package org.gongkai.catalogue;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;

/**
 * 一种公开主体的写法被认定成哪些机构。
 *
 * <p>Somebody decided which bodies a wording of the catalogue means; what these bodies owe changes with it.
 *
 * @param phrase 原文
 * @param bodies 机构代码；空表示本区没有
 */
public record BodyPhraseResolved(String phrase, List<String> bodies) implements Recorded {

    @Override
    public String act() {
        return "catalogue.phraseResolved";
    }

    @Override
    public String subjectType() {
        return "bodyPhrase";
    }

    @Override
    public String subjectId() {
        return phrase;
    }

    @Override
    public String summary() {
        return "认定公开主体“" + phrase + "”";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("bodies", bodies);
    }
}
