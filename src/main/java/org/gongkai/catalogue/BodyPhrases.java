package org.gongkai.catalogue;

import java.sql.ResultSet;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.database.AfterCommit;
import org.gongkai.database.Remembered;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.organisation.PublicBodies;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 公开主体的写法：人认定过的优先，其次自动认；问过一次就记住。 What a person decided comes first, then what can be recognised. */
@Component
class BodyPhrases {

    private final JdbcClient jdbc;
    private final BodyResolver resolver;
    private final Remembered<Map<String, Optional<Set<String>>>> remembered = new Remembered<>(this::read);

    BodyPhrases(JdbcClient jdbc, PublicBodies bodies) {
        this.jdbc = jdbc;
        this.resolver = new BodyResolver(bodies);
    }

    /** 认定的机构；空的 Optional 表示还要问人，空集合表示本区没有。 */
    Optional<Set<String>> resolve(String phrase) {
        return remembered.get().computeIfAbsent(Plain.key(phrase), _ -> resolver.resolve(phrase));
    }

    /** 读进内存，免得正读着目录、占着一条连接时再要第二条。 Before rows are read: resolving inside would take a second connection. */
    void ready() {
        remembered.get();
        resolver.ready();
    }

    void decide(String phrase, List<String> bodies, String by) {
        jdbc.sql("""
                        insert into catalogue.body_phrase (key, phrase, bodies, decided_by) values (?, ?, ?, ?)
                        on conflict (key) do update set bodies = excluded.bodies, decided_by = excluded.decided_by, decided_at = now()""")
                .param(Plain.key(phrase))
                .param(phrase)
                .param(bodies.toArray(String[]::new))
                .param(by)
                .update();
    }

    @EventListener
    void forget(BodiesChanged change) {
        AfterCommit.run(remembered::forget);
    }

    @EventListener
    void forget(BodyPhraseResolved resolved) {
        AfterCommit.run(remembered::forget);
    }

    private Map<String, Optional<Set<String>>> read() {
        var read = new ConcurrentHashMap<String, Optional<Set<String>>>();
        jdbc.sql("select key, bodies from catalogue.body_phrase").query((ResultSet row) -> {
            read.put(row.getString(1), Optional.of(new LinkedHashSet<>(Arrays.asList((String[])
                    row.getArray(2).getArray()))));
        });
        return read;
    }
}
