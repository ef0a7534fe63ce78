package org.gongkai.request;

import java.util.List;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/** 看过一件申请的申请人信息。 Somebody opened a case with the applicant's data in it. */
record RequestViewed(long request, String body, String reference) implements Recorded {

    @Override
    public String act() {
        return "request.viewed";
    }

    @Override
    public String subjectType() {
        return "requestView";
    }

    @Override
    public String subjectId() {
        return String.valueOf(request);
    }

    @Override
    public String summary() {
        return "查看申请人信息：申请 " + reference;
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("PIP-25"));
    }
}
