package org.gongkai.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一件申请的全部填写。
 *
 * <p>Everything filled in for one application for information (art. 29).
 *
 * @param body 向哪个机关提出
 * @param arrivedOn 提交、递交、签收、到达之日；网上提交的为今天
 * @param confirmedOn 已经双方确认的日子；靠确认的方式才用
 * @param once 同一张表的标记，连交两次是一件；可空
 */
public record Application(
        String body,
        FilingChannel channel,
        @Nullable LocalDate arrivedOn,
        @Nullable LocalDate confirmedOn,
        Applicant applicant,
        Wanted wanted,
        List<Enclosure> enclosures,
        @Nullable String once) {

    public Application {
        enclosures = List.copyOf(enclosures);
    }

    /** 申请人交来的一份文件。 */
    public record Enclosure(String name, byte[] content) {

        @Override
        public String toString() {
            return "Enclosure[" + content.length + "]";
        }
    }

    @Override
    public String toString() {
        return "Application[" + body + ", " + channel + "]";
    }
}
