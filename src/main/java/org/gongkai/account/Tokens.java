package org.gongkai.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.SignedIn;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 接口令牌：只显示一次，只存摘要，有期限，可吊销。另有环境变量给出的自动化令牌。
 *
 * <p>API tokens: shown once, kept as a digest, with an expiry, revocable. One more, for automation, may come from the environment.
 */
@Service
public class Tokens {

    static final int SHORTEST_BOOTSTRAP = 32;
    private static final int LONGEST_NAME = 60;
    private static final Set<Duty> BOOTSTRAP_DUTIES = Set.of(
            Duty.LIAISON,
            Duty.SECTION_HEAD,
            Duty.SECRECY_REVIEWER,
            Duty.SIGNER,
            Duty.OFFICE,
            Duty.SYSTEM_ADMINISTRATOR);
    private static final SignedIn BOOTSTRAP =
            new SignedIn(0, new Actor("bootstrap", "自动化令牌", null, BOOTSTRAP_DUTIES, Set.of(), true));

    /** 一个有效的令牌，不含令牌本身。 */
    public record TokenView(
            long id,
            String name,
            List<String> duties,
            @Nullable String body,
            LocalDate expiresOn,
            @Nullable OffsetDateTime lastUsedAt) {}

    private record Held(
            long id,
            long account,
            Set<Duty> duties,
            @Nullable String body) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final @Nullable String bootstrapDigest;

    Tokens(
            JdbcClient jdbc,
            Accounts accounts,
            Actors actors,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${gongkai.bootstrap-token:}") String bootstrap) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
        this.bootstrapDigest = bootstrap.isEmpty() ? null : Digest.of(bootstrap);
    }

    Optional<SignedIn> signedIn(String token) {
        String digest = Digest.of(token);
        if (digest.equals(bootstrapDigest)) {
            return Optional.of(BOOTSTRAP);
        }
        return jdbc.sql("""
                        select id, account, duties, body from account.token
                        where digest = ? and revoked_at is null and expires_on >= ?""")
                .param(digest)
                .param(LocalDate.now(clock))
                .query((row, number) -> new Held(
                        row.getLong("id"),
                        row.getLong("account"),
                        duties((String[]) row.getArray("duties").getArray()),
                        row.getString("body")))
                .optional()
                .flatMap(this::holder);
    }

    private Optional<SignedIn> holder(Held held) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql(
                        "update account.token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)")
                .param(now)
                .param(held.id())
                .param(now.minusMinutes(1))
                .update();
        return accounts.find(held.account())
                .filter(Account::enabled)
                .map(account -> actors.signedIn(account, held.duties(), held.body()));
    }

    /**
     * 建立令牌，返回值只显示一次。
     *
     * @param body 只能碰这个机构及下级；空则由选定的岗位决定
     */
    @Transactional
    public String issue(long account, String name, Set<Duty> duties, @Nullable String body, LocalDate expiresOn) {
        var holder = accounts.find(account).orElseThrow(() -> Refused.missing("account.unknown"));
        var today = LocalDate.now(clock);
        if (!expiresOn.isAfter(today) || expiresOn.isAfter(today.plusYears(1))) {
            throw new Refused(Refusal.of("account.tokenExpiry"));
        }
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || duties.isEmpty()
                || !holder.duties().containsAll(duties)) {
            throw new Refused(Refusal.of("account.tokenDuties", LONGEST_NAME));
        }
        if (body != null && !actors.reaches(holder, body)) {
            throw new Refused(Refusal.of("account.noSuchBody", body));
        }
        String token = "gk_" + Digest.random(40);
        jdbc.sql(
                        "insert into account.token (account, name, digest, duties, body, expires_on) values (?, ?, ?, ?, ?, ?)")
                .param(account)
                .param(name.strip())
                .param(Digest.of(token))
                .param(duties.stream().map(Duty::name).toArray(String[]::new))
                .param(body)
                .param(expiresOn)
                .update();
        events.publishEvent(AccountChanged.of("tokenIssued", holder.login(), "建立接口令牌：" + name.strip()));
        return token;
    }

    /** 吊销本人的一个令牌。 */
    @Transactional
    public void revoke(long account, long token) {
        var holder = accounts.find(account).orElseThrow(() -> Refused.missing("account.unknown"));
        int revoked = jdbc.sql(
                        "update account.token set revoked_at = ? where id = ? and account = ? and revoked_at is null")
                .param(OffsetDateTime.now(clock))
                .param(token)
                .param(account)
                .update();
        if (revoked == 0) {
            throw Refused.missing("account.noSuchToken");
        }
        events.publishEvent(AccountChanged.of("tokenRevoked", holder.login(), "吊销接口令牌"));
    }

    /** 本人还没有吊销的令牌。 */
    public List<TokenView> of(long account) {
        return jdbc.sql(
                        "select id, name, duties, body, expires_on, last_used_at from account.token where account = ? and revoked_at is null order by id")
                .param(account)
                .query((row, number) -> new TokenView(
                        row.getLong(1),
                        row.getString(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, OffsetDateTime.class)))
                .list();
    }

    private static Set<Duty> duties(String[] names) {
        var duties = EnumSet.noneOf(Duty.class);
        Arrays.stream(names).map(Duty::valueOf).forEach(duties::add);
        return duties;
    }
}
