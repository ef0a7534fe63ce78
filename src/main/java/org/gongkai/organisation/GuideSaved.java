package org.gongkai.organisation;

import java.util.List;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/** 公开指南更新了。 A body revised its guide to open information. */
public record GuideSaved(String body, String name) implements Recorded {

    @Override
    public String act() {
        return "organisation.guideSaved";
    }

    @Override
    public String subjectType() {
        return "body";
    }

    @Override
    public String subjectId() {
        return body;
    }

    @Override
    public String summary() {
        return "更新公开指南：" + name;
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-12"));
    }
}
