package org.gongkai.request;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.deadline.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * 期限的一天：计入还是不计入，为什么。申请人和承办人看的是同一本。
 *
 * <p>One day of the ledger.
 *
 * @param counted 计入
 * @param number 第几个工作日；延长的另数
 * @param why 理由
 * @param extension 在延长的期间里
 * @param name 节日名称
 * @param provisional 当年放假通知还没有发布，暂定
 * @param letters 正在等哪几份征求意见书的答复
 */
public record ClockDay(
        LocalDate date,
        boolean counted,
        @Nullable Integer number,
        Why why,
        boolean extension,
        @Nullable String name,
        boolean provisional,
        List<Integer> letters) {

    /** 计入或者不计入的理由；句子在资源文件 {@code request.day.*}。 */
    public enum Why {
        /** 已到达，等双方确认 */
        AWAITING_CONFIRMATION,
        /** 起算日，不计入：收到之日、收到补正之日、缴费之日 */
        START,
        WORKING_DAY,
        /** 调休上班的周末，计入 */
        MAKE_UP_DAY,
        WEEKEND,
        HOLIDAY,
        /** 法定节日，通知未发布，暂不计入 */
        STATUTORY_HOLIDAY,
        /** 征求意见，不计入 */
        CONSULTING,
        /** 补正、缴费之前的日子：期限已重新起算，作废 */
        SET_ASIDE,
        /** 等申请人补正 */
        AWAITING_CORRECTION,
        /** 等申请人缴费 */
        AWAITING_PAYMENT,
        /** 延迟答复的合理期限之内 */
        DEFERRED,
        /** 复议决定、判决定的期限之内 */
        ORDERED
    }

    static ClockDay of(Deadline.Day day, List<Integer> letters) {
        return new ClockDay(
                day.date(),
                day.counted(),
                day.number(),
                switch (day.reason()) {
                    case START -> Why.START;
                    case MAKE_UP_DAY -> Why.MAKE_UP_DAY;
                    case WEEKEND -> Why.WEEKEND;
                    case HOLIDAY -> Why.HOLIDAY;
                    case STATUTORY_HOLIDAY -> Why.STATUTORY_HOLIDAY;
                    case PAUSED -> Why.CONSULTING;
                    case WORKING_DAY, CALENDAR_DAY, ROLLED_TO, FIXED_DATE, CONTINUOUS -> Why.WORKING_DAY;
                },
                day.part() == Deadline.Part.EXTENSION,
                day.name(),
                day.provisional(),
                letters);
    }
}
