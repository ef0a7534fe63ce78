package org.gongkai.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.identity.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 账号的存取。 */
@Repository
class Accounts {

    private static final String SELECT = """
            select a.*, (select coalesce(array_agg(d.duty), '{}') from account.account_duty d where d.account = a.id) as duties
            from account.account a
            """;

    /** What only signing in may read. */
    record Secrets(String password, @Nullable String totpSecret, long lastTotpStep) {}

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 还没有任何人的账号；示范区里编出来的人不算。 */
    boolean none() {
        return !jdbc.sql("select exists (select from account.account where not starts_with(login, ?))")
                .param(AccountDesk.INVENTED)
                .query(Boolean.class)
                .single();
    }

    Optional<Account> find(String login) {
        return jdbc.sql(SELECT + " where a.login = ?")
                .param(login)
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> find(long id) {
        return jdbc.sql(SELECT + " where a.id = ?")
                .param(id)
                .query(Accounts::account)
                .optional();
    }

    List<Account> all() {
        return jdbc.sql(SELECT + " order by a.body nulls first, a.login")
                .query(Accounts::account)
                .list();
    }

    Optional<Secrets> secrets(long id) {
        return jdbc.sql("select password, totp_secret, last_totp_step from account.account where id = ?")
                .param(id)
                .query((row, number) -> new Secrets(row.getString(1), row.getString(2), row.getLong(3)))
                .optional();
    }

    long add(String login, String name, @Nullable String body, boolean district, String password, Set<Duty> duties) {
        long id = jdbc.sql(
                        "insert into account.account (login, name, body, district, password) values (?, ?, ?, ?, ?) returning id")
                .param(login)
                .param(name)
                .param(body)
                .param(district)
                .param(password)
                .query(Long.class)
                .single();
        grant(id, duties);
        return id;
    }

    private void grant(long id, Set<Duty> duties) {
        jdbc.sql("delete from account.account_duty where account = ?").param(id).update();
        jdbc.sql("insert into account.account_duty select ?, unnest(?)")
                .param(id)
                .param(duties.stream().map(Duty::name).toArray(String[]::new))
                .update();
    }

    void change(long id, String name, @Nullable String body, boolean district, Set<Duty> duties) {
        jdbc.sql("update account.account set name = ?, body = ?, district = ? where id = ?")
                .param(name)
                .param(body)
                .param(district)
                .param(id)
                .update();
        grant(id, duties);
    }

    void enable(long id, boolean enabled) {
        jdbc.sql("update account.account set enabled = ? where id = ?")
                .param(enabled)
                .param(id)
                .update();
    }

    void password(long id, String password) {
        jdbc.sql("update account.account set password = ? where id = ?")
                .param(password)
                .param(id)
                .update();
    }

    void secondFactor(long id, @Nullable String secret, List<String> recoveryDigests) {
        jdbc.sql("update account.account set totp_secret = ?, recovery_codes = ?, last_totp_step = 0 where id = ?")
                .param(secret)
                .param(recoveryDigests.toArray(String[]::new))
                .param(id)
                .update();
    }

    /** @return false when the step was used meanwhile */
    boolean useStep(long id, long step) {
        return jdbc.sql("update account.account set last_totp_step = ? where id = ? and last_totp_step < ?")
                        .param(step)
                        .param(id)
                        .param(step)
                        .update()
                == 1;
    }

    boolean useRecoveryCode(long id, String digest) {
        return jdbc.sql(
                                "update account.account set recovery_codes = array_remove(recovery_codes, ?) where id = ? and ? = any (recovery_codes)")
                        .param(digest)
                        .param(id)
                        .param(digest)
                        .update()
                == 1;
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var duties = Arrays.stream((String[]) row.getArray("duties").getArray())
                .map(Duty::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
        return new Account(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("body"),
                row.getBoolean("district"),
                Set.copyOf(duties),
                row.getBoolean("enabled"),
                row.getString("totp_secret") != null,
                ((String[]) row.getArray("recovery_codes").getArray()).length);
    }
}
