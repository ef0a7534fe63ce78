package org.gongkai.request;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/**
 * 导出卷宗的一步：申请、批准、不批准、下载。
 *
 * @param step 行为代码
 * @param name 行为的中文说法
 * @param words 用途，不批准的为理由
 */
record ExportActed(long request, String body, String reference, String step, String name, long export, String words)
        implements Recorded {

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
        return name + "：申请 " + reference + "，" + words;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("export", export, "words", words);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-45"));
    }
}
