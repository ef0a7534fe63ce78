package org.gongkai.request;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * 一件申请上做了一件事。留痕里只有受理号、日子和状态，没有申请人，也没有申请的内容。
 *
 * <p>An act on a case, which is also its journal line: never the applicant, never the text.
 *
 * @param step 行为代码
 * @param name 行为的中文说法
 * @param onDay 法律上的日子
 */
record RequestActed(
        long request,
        String body,
        String reference,
        String step,
        String name,
        LocalDate onDay,
        RequestState state,
        @Nullable LocalDate dueOn,
        List<LegalBasis> basis)
        implements Recorded {

    static RequestActed of(InformationRequest request, String step, String name, LocalDate on, String basis) {
        return new RequestActed(
                request.id,
                request.body,
                request.reference,
                step,
                name,
                on,
                request.state,
                request.dueOn,
                List.of(LegalBasis.of(basis)));
    }

    @Override
    public String act() {
        return "request." + step;
    }

    @Override
    public String subjectType() {
        return "request";
    }

    @Override
    public String subjectId() {
        return String.valueOf(request);
    }

    @Override
    public String summary() {
        return name + "：申请 " + reference;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("on", onDay.toString());
        details.put("state", state.name());
        if (dueOn != null) {
            details.put("due", dueOn.toString());
        }
        return details;
    }
}
