package org.gongkai.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.catalogue.Channel;
import org.gongkai.journal.Recorded;

/**
 * 随历史信息迁入的一批公开载体；一批一个事件。
 *
 * <p>Outlets that came with imported records; one event a batch.
 *
 * @param source 从哪里迁来，例如导入任务编号
 */
public record OutletsImported(String source, List<Line> added) implements Recorded {

    /** 一条。 @param outlet 公开载体编号 */
    public record Line(long outlet, long disclosure, String body, Channel channel, LocalDate on) {}

    @Override
    public String act() {
        return "publication.outletsImported";
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
        return "迁入同时公开的渠道 " + added.size() + " 条";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("outlets", added.stream().map(Line::outlet).toList());
    }
}
