package org.gongkai.account;

import java.util.List;
import java.util.Optional;
import org.gongkai.identity.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 同事：一个机构里谁有哪个岗位，供分办时选人。 Who in a body holds a duty; asked when work is handed over. */
@Component
public class Colleagues {

    /**
     * 一位同事。
     *
     * @param login 账号
     * @param name 姓名
     */
    public record Colleague(String login, String name) {}

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 这个机构里有这个岗位、账号没有停用的人。 */
    public List<Colleague> of(String body, Duty duty) {
        return jdbc.sql("""
                        select a.login, a.name from account.account a join account.account_duty d on d.account = a.id
                         where a.body = ? and d.duty = ? and a.enabled order by a.login
                        """)
                .params(body, duty.name())
                .query((row, n) -> new Colleague(row.getString(1), row.getString(2)))
                .list();
    }

    /** 在不在岗、有没有这个岗位。 Whether an enabled account of the body holds the duty. */
    public Optional<Colleague> find(String login, String body, Duty duty) {
        return of(body, duty).stream()
                .filter(each -> each.login().equals(login))
                .findFirst();
    }

    /** 账号还在用。 */
    public boolean isPresent(String login) {
        return jdbc.sql("select exists (select from account.account where login = ? and enabled)")
                .param(login)
                .query(Boolean.class)
                .single();
    }
}
