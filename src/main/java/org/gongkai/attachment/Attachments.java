package org.gongkai.attachment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 已入库的附件。 Files that are stored; row-level security decides who sees which. */
@Component
public class Attachments {

    private static final String COLUMNS =
            "id, sha256, name, extension, media_type, size, body, uploaded_at, released, text_state, hidden";

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StoredFile> find(long id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** 按给出的次序；看不到的不在其中。 In the order asked for; those not visible are left out. */
    public List<StoredFile> find(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS
                        + " from attachment.file where id = any(?) order by array_position(?::bigint[], id)")
                .param(ids.toArray(Long[]::new))
                .param(ids.toArray(Long[]::new))
                .query(StoredFiles::map)
                .list();
    }

    /** 取出的文字，供自查；没有就是空串。 */
    public String text(long id) {
        return jdbc.sql("select text_content from attachment.file where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** 随信息公开，从此人人可以下载。 Makes files public; part of the publishing transaction. */
    public void release(Collection<Long> ids) {
        set(ids, true);
    }

    /** 随信息撤回，不再对外。 */
    public void retract(Collection<Long> ids) {
        set(ids, false);
    }

    private void set(Collection<Long> ids, boolean released) {
        if (!ids.isEmpty()) {
            jdbc.sql("update attachment.file set released = ? where id = any(?) and released <> ?")
                    .param(released)
                    .param(ids.toArray(Long[]::new))
                    .param(released)
                    .update();
        }
    }
}
