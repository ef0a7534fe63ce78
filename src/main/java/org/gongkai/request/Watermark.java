package org.gongkai.request;

import java.time.OffsetDateTime;
import org.gongkai.ui.Dates;

/**
 * 导出件上的水印：谁、什么时候、作什么用、谁批准。
 *
 * @param who 导出人
 * @param account 导出人的账号
 * @param approvedBy 批准人
 */
record Watermark(String who, String account, String approvedBy, OffsetDateTime at, String purpose) {

    static Watermark of(FolderExport export, OffsetDateTime at) {
        return new Watermark(
                export.asked(),
                export.askedBy(),
                String.valueOf(export.decided()),
                at,
                export.purpose().replaceAll("\\s+", " "));
    }

    String words() {
        return "导出：" + who + "（" + account + "）  批准：" + approvedBy + "  " + Dates.minute(at) + "  用途：" + purpose
                + "  含个人信息，不得挪作他用";
    }
}
