package org.gongkai.attachment;

import java.util.Map;
import org.gongkai.journal.Recorded;

/** 一个文件没有通过检查，没有入库。 A file was turned away; nothing of it is kept. */
record AttachmentRefused(String body, String rule) implements Recorded {

    @Override
    public String act() {
        return "attachment.refused";
    }

    @Override
    public String subjectType() {
        return "body";
    }

    @Override
    public String subjectId() {
        return body;
    }

    @Override
    public String summary() {
        return "拒收附件：" + rule;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("rule", rule);
    }
}
