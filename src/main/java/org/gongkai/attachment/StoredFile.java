package org.gongkai.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gongkai.law.Term;

/**
 * 一个附件。
 *
 * <p>A file that passed the checks.
 *
 * @param sha256 of the stored bytes, lower-case hex
 * @param name 清理过的原文件名
 * @param extension 小写，不含点
 * @param mediaType 按内容识别
 * @param size 字节
 * @param body 所属机构代码
 * @param released 是否已随公开信息对外可见
 * @param textState 文字取出了多少
 * @param hidden 发现的隐藏内容，每条一句话
 */
@Term("附件")
public record StoredFile(
        long id,
        String sha256,
        String name,
        String extension,
        String mediaType,
        long size,
        String body,
        Instant uploadedAt,
        boolean released,
        TextState textState,
        List<String> hidden) {

    /** 文字取出了多少。 How much text could be taken out. */
    public enum TextState {
        /** 全部 */
        READ,
        /** 部分，超过上限 */
        PARTLY,
        /** 没有文字，例如扫描件 */
        NO_TEXT,
        /** 读不了 */
        UNREADABLE
    }

    /** 站内下载地址。 Where it is served. */
    public String path() {
        return "/attachments/" + id;
    }

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }

    /** 例如 1.2 MB。 */
    public String readableSize() {
        if (size < 1024) {
            return size + " B";
        }
        return size < 1024 * 1024
                ? String.format(Locale.ROOT, "%.0f KB", size / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", size / 1024.0 / 1024.0);
    }
}
