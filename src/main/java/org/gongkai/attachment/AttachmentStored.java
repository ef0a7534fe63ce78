package org.gongkai.attachment;

import java.util.Map;
import org.gongkai.journal.Recorded;

/**
 * 附件通过检查并入库；留痕里没有文件名，它可能含个人信息。
 *
 * <p>A file passed its checks and was stored. Its name stays out of the journal, for it may hold personal data.
 */
public record AttachmentStored(long attachment, String body, String sha256, long size) implements Recorded {

    @Override
    public String act() {
        return "attachment.stored";
    }

    @Override
    public String subjectType() {
        return "attachment";
    }

    @Override
    public String subjectId() {
        return String.valueOf(attachment);
    }

    @Override
    public String summary() {
        return "上传附件：" + attachment;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("body", body, "sha256", sha256, "size", size);
    }
}
