package org.gongkai.request;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/**
 * 放假通知变了，正在办的申请重新推算过最后一日。
 *
 * @param edition 日历版次
 * @param changed 变了几件
 * @param running 看了几件
 */
record RequestsRecomputed(int edition, String source, int changed, int running) implements Recorded {

    @Override
    public String act() {
        return "request.recomputed";
    }

    @Override
    public String subjectType() {
        return "requests";
    }

    @Override
    public String subjectId() {
        return "all";
    }

    @Override
    public String summary() {
        return "按日历第 " + edition + " 版（" + source + "）重新推算在办申请 " + running + " 件，最后一日有变的 " + changed + " 件";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("edition", edition, "source", source, "changed", changed, "running", running);
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("HOL-6"));
    }
}
