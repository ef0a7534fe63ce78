package org.gongkai.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;

/**
 * 到了新版的生效日，旧版从这一天起失效。
 *
 * <p>The effective day of new editions has come; the old ones are out of force from that day on.
 *
 * @param superseded 失效的各版
 * @param day 生效日
 */
public record CatalogueTookEffect(List<Long> superseded, LocalDate day) implements Recorded {

    @Override
    public String act() {
        return "catalogue.tookEffect";
    }

    @Override
    public String subjectType() {
        return "catalogueVersion";
    }

    @Override
    public String subjectId() {
        return String.valueOf(superseded.getFirst());
    }

    @Override
    public String summary() {
        return "新版标准目录生效，旧版失效";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("superseded", superseded, "day", day.toString());
    }
}
