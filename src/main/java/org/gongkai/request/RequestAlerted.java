package org.gongkai.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/** 预警、逾期、无人承办：写下一条谁也删不掉的记录。 A warning or an overdue entry that nobody can delete. */
record RequestAlerted(long request, String body, String reference, AlertKind kind, LocalDate dueOn)
        implements Recorded {

    @Override
    public String act() {
        return "request.alert";
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
        return kind.words() + "：申请 " + reference;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("kind", kind.name(), "due", dueOn.toString());
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-33"));
    }
}
