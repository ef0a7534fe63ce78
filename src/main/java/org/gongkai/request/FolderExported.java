package org.gongkai.request;

import java.util.Map;
import org.gongkai.journal.Recorded;

/** 卷宗导出过，写明用途。 */
public record FolderExported(long request, String body, String reference, String purpose) implements Recorded {

    @Override
    public String act() {
        return "request.exported";
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
        return "导出卷宗：申请 " + reference;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("purpose", purpose);
    }
}
