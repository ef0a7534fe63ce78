package org.gongkai.obligation.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 法律直接定下、不由标准目录来的义务，例如每年的年度报告；由知道它的模块交出，记进公开义务的账。
 *
 * <p>Duties a statute lays down by itself, entered in the ledger of obligations by the module that knows them. What was entered stays.
 */
public interface StatutoryDuties {

    /**
     * 一条义务。
     *
     * @param title 写在清单上的名称
     * @param startsOn 从哪一天起可以办
     * @param dueOn 最后一日
     * @param metOn 哪一天办了；没有办的为空
     */
    record Duty(
            String body,
            String title,
            LocalDate startsOn,
            LocalDate dueOn,
            @Nullable LocalDate metOn) {}

    /** 事项代码：法规条款的代码，例如 {@code OGI-49}。 The article as the code of the item. */
    String item();

    /** 事项名称。 */
    String name();

    /**
     * 现在应当在账上的全部。
     *
     * @param since 各机构已经在账上的最早一条的起日；不在账上的机构没有
     */
    List<Duty> owed(Map<String, LocalDate> since, LocalDate today);

    /** 去哪里办。 */
    String url(String body, LocalDate startsOn);

    /** 还没有办、日子没有过时，跟在名称后面的一句提醒；没有的是空串。 A reminder beside the title while it can still be met in time. */
    String reminder(String body, LocalDate startsOn, LocalDate today);

    /** 为什么是这一天，成句。 Why this day, in words. */
    String why(LocalDate dueOn);
}
