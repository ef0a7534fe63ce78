package org.gongkai.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.identity.CurrentActor;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 文书模板：.docx，下载来用 WPS、Word 改好再传上去；每个机关可以有自己的，没有的用随程序带的。
 *
 * <p>Templates are ordinary documents with {@code {{…}}} in them. A body's own comes before the one shipped with the program.
 */
@Component
@Transactional
public class LetterTemplates {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    /** 系统会填的项。 */
    static final Set<String> FIELDS = Set.of(
            "机关", "文号", "申请人", "对象", "受理号", "收到日期", "申请内容", "办理经过", "内容", "答复期限", "对方期限", "情形", "依据", "救济告知", "日期",
            "金额", "计费");

    private static final int MOST_KEPT = 16 * 1024 * 1024;
    private static final Map<LetterKind, LetterForm> BUILT_IN = new ConcurrentHashMap<>();

    private record Key(String body, LetterKind kind) {}

    /** @param edition changes with every change of the row */
    private record Own(long edition, LetterForm form) {}

    private final Cache<Key, Own> forms = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, Own own) -> own.form().size())
            .build();

    private final JdbcClient jdbc;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LetterTemplates(JdbcClient jdbc, CurrentActor actors, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /** 现在用的模板。 */
    public byte[] current(String body, LetterKind kind) {
        var own = own(body, kind);
        return own == null ? WordLetter.of(LetterText.of(kind)) : own;
    }

    /** 本机关自己的；没有时为空。 */
    public boolean isOwn(String body, LetterKind kind) {
        return own(body, kind) != null;
    }

    private byte @Nullable [] own(String body, LetterKind kind) {
        return jdbc.sql("select docx from request.template where body = ? and kind = ?")
                .params(body, kind.name())
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }

    /** 整理好、只等填写的。 Made ready once and again when it was changed. */
    LetterForm form(String body, LetterKind kind) {
        var edition = jdbc.sql("select xmin::text::bigint from request.template where body = ? and kind = ?")
                .params(body, kind.name())
                .query(Long.class)
                .optional()
                .orElse(null);
        if (edition == null) {
            return BUILT_IN.computeIfAbsent(kind, each -> made(WordLetter.of(LetterText.of(each))));
        }
        var key = new Key(body, kind);
        var known = forms.getIfPresent(key);
        if (known != null && known.edition() == edition) {
            return known.form();
        }
        var own = new Own(edition, made(current(body, kind)));
        forms.put(key, own);
        return own.form();
    }

    private static LetterForm made(byte[] docx) {
        return LetterForm.of(WordLetter.settled(docx));
    }

    /**
     * 换上改好的模板。
     *
     * @throws Refused not readable, an unknown field, or a reply without its remedy paragraph
     */
    public void replace(String body, LetterKind kind, byte[] docx) {
        if (!actors.get().reaches(body)) {
            throw new Refused(Refusal.of("request.notYourBody"));
        }
        if (docx.length == 0 || docx.length > MOST_BYTES) {
            throw new Refused(Refusal.of("request.template.size", MOST_BYTES / 1024 / 1024));
        }
        var used = WordLetter.fields(docx);
        for (var field : used) {
            if (!FIELDS.contains(field)) {
                throw new Refused(Refusal.of("request.template.unknownField", field, String.join("、", FIELDS)));
            }
        }
        if (kind.isReply() && !used.contains("救济告知")) {
            throw new Refused(
                    Refusal.of("request.template.remedyMissing").basis("REC-23").rule("R-REP-21"));
        }
        jdbc.sql("""
                        insert into request.template (body, kind, docx, changed_by, changed_at) values (?, ?, ?, ?, ?)
                        on conflict (body, kind) do update set docx = excluded.docx, changed_by = excluded.changed_by,
                               changed_at = excluded.changed_at
                        """)
                .param(body)
                .param(kind.name())
                .param(docx)
                .param(actors.get().account())
                .param(Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new TemplateChanged(body, kind));
    }

    /** 恢复随程序带的。 */
    public void restore(String body, LetterKind kind) {
        if (!actors.get().reaches(body)) {
            throw new Refused(Refusal.of("request.notYourBody"));
        }
        jdbc.sql("delete from request.template where body = ? and kind = ?")
                .params(body, kind.name())
                .update();
        events.publishEvent(new TemplateChanged(body, kind));
    }
}
