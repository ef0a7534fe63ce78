package org.gongkai.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * 一批历史信息迁入，保留原来的日期。一批一个事件，免得十万行就是十万个事件。
 *
 * <p>A batch of history moved in with its own dates; one event per batch, at most a thousand lines.
 *
 * @param source 从哪里迁来，例如导入任务编号
 * @param added 新增的
 * @param changed 内容有变、有了新版的
 */
public record DisclosuresImported(String source, List<Line> added, List<Line> changed) implements Recorded {

    /**
     * 一条迁入的信息。
     *
     * @param publishedOn 原公开日
     * @param lapsesOn 自这一天起失效；没有期限的为空
     */
    public record Line(
            long disclosure,
            String externalId,
            String body,
            String item,
            String area,
            @Nullable LocalDate formedOn,
            LocalDate publishedOn,
            @Nullable LocalDate lapsesOn) {}

    @Override
    public String act() {
        return "publication.imported";
    }

    @Override
    public String subjectType() {
        return "disclosures";
    }

    @Override
    public String subjectId() {
        return source;
    }

    @Override
    public String summary() {
        return "迁入历史信息：新增 " + added.size() + "，更新 " + changed.size();
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "added", added.stream().map(Line::externalId).toList(),
                "changed", changed.stream().map(Line::externalId).toList());
    }
}
