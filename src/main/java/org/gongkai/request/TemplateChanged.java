package org.gongkai.request;

import org.gongkai.journal.Recorded;

/** 文书模板换过了。 */
record TemplateChanged(String body, LetterKind kind) implements Recorded {

    @Override
    public String act() {
        return "request.templateChanged";
    }

    @Override
    public String subjectType() {
        return "letterTemplate";
    }

    @Override
    public String subjectId() {
        return body + "/" + kind.name();
    }

    @Override
    public String summary() {
        return "更换文书模板：" + LetterText.of(kind).getFirst();
    }
}
