package org.gongkai.account;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 同事：谁碰得到一个机构、有哪个岗位，供分办时选人。 Who reaches a body with a duty; asked when work is handed over. */
@Component
public class Colleagues {

    private static final String[] DISTRICT_WIDE = Arrays.stream(Duty.values())
            .filter(Duty::isDistrictWide)
            .map(Enum::name)
            .toArray(String[]::new);

    /** In service and able to touch the body's records, as {@link Actors} reckons it from the other end. */
    private static final String REACHES = """
             a.enabled and (a.body = any (:line) or exists (
                select from account.account_duty w where w.account = a.id and w.duty = any (:wide)))
            """;

    /**
     * 一位同事。
     *
     * @param login 账号
     * @param name 姓名
     */
    public record Colleague(String login, String name) {}

    private final JdbcClient jdbc;
    private final PublicBodies bodies;

    Colleagues(JdbcClient jdbc, PublicBodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /** 有这个岗位、碰得到这个机构、账号没有停用的人：本机构的在前，上级机构的、全区岗位的在后。 */
    public List<Colleague> whoReach(String body, Duty duty) {
        return jdbc.sql("select a.login, a.name from account.account a join account.account_duty d on d.account = a.id"
                        + " where d.duty = :duty and" + REACHES
                        + " order by a.body is distinct from :body, a.login")
                .param("duty", duty.name())
                .param("body", body)
                .param("line", line(body))
                .param("wide", DISTRICT_WIDE)
                .query((row, n) -> new Colleague(row.getString(1), row.getString(2)))
                .list();
    }

    /** 这个账号对这个机构此刻有哪些岗位；停用了的、碰不到它的没有。 The duties an account in service has for a body. */
    public Set<Duty> duties(String login, String body) {
        var held = EnumSet.noneOf(Duty.class);
        jdbc.sql("select d.duty from account.account a join account.account_duty d on d.account = a.id"
                        + " where a.login = :login and" + REACHES)
                .param("login", login)
                .param("line", line(body))
                .param("wide", DISTRICT_WIDE)
                .query(String.class)
                .list()
                .forEach(name -> held.add(Duty.valueOf(name)));
        return held;
    }

    /** 这些账号的姓名，停用了的也有；没有这个账号的不在其中。 The names behind logins, in service or not. */
    public Map<String, String> names(Collection<String> logins) {
        Map<String, String> names = new HashMap<>();
        if (!logins.isEmpty()) {
            jdbc.sql("select login, name from account.account where login = any (:logins)")
                    .param("logins", logins.toArray(String[]::new))
                    .query((ResultSet row) -> {
                        names.put(row.getString(1), row.getString(2));
                    });
        }
        return names;
    }

    /** 账号还在用。 */
    public boolean isPresent(String login) {
        return jdbc.sql("select exists (select from account.account where login = ? and enabled)")
                .param(login)
                .query(Boolean.class)
                .single();
    }

    /** 本机构和它的各级上级。 */
    private String[] line(String body) {
        var line = new ArrayList<String>();
        @Nullable String code = body;
        while (code != null && !line.contains(code)) {
            line.add(code);
            code = bodies.find(code).map(PublicBody::parent).orElse(null);
        }
        return line.toArray(String[]::new);
    }
}
