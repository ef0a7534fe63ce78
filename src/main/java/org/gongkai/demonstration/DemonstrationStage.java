package org.gongkai.demonstration;

import java.util.Locale;
import org.gongkai.journal.Recorded;

/**
 * 示范区装到哪一步，记在留痕簿里：装到一半断了电，下次启动从这里接着装。
 *
 * <p>How far the demonstration has come, kept in the journal, so that an interrupted one goes on at the next start.
 */
enum DemonstrationStage implements Recorded {
    BEGUN("开始装入示范区"),
    IMPORTED("示范区的文件都已导入"),
    WITHDRAWN("示范区撤回了几条"),
    EXCUSED("示范区说明了几条理由"),
    SUBMITTED("示范区送审了几条"),
    ADJUSTED("示范区调整了一个事项"),
    SPREAD("示范区登记了几处其他渠道"),
    LOADED("示范区已装好");

    static final String SUBJECT = "demonstration";

    private final String summary;

    DemonstrationStage(String summary) {
        this.summary = summary;
    }

    @Override
    public String act() {
        return "demonstration." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String subjectType() {
        return SUBJECT;
    }

    @Override
    public String subjectId() {
        return SUBJECT;
    }

    @Override
    public String summary() {
        return summary;
    }
}
