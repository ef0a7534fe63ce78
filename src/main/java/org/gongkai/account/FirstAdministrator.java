package org.gongkai.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 首位管理员：一次性设置码打印在终端，用过即废；之后没有任何默认账号。 The first administrator sets up with a one-time code. */
@Service
public class FirstAdministrator {

    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AccountDesk desk;
    private final CurrentActor current;
    private final Clock clock;

    FirstAdministrator(JdbcClient jdbc, Accounts accounts, AccountDesk desk, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.desk = desk;
        this.current = current;
        this.clock = clock;
    }

    /** 还没有任何账号。 */
    public boolean wanted() {
        return accounts.none();
    }

    /** 每次启动换一个，直到用掉；二十四小时后过期，重新启动再得一个。 */
    @Transactional
    public String newCode() {
        String code = Digest.random(4) + "-" + Digest.random(4) + "-" + Digest.random(4);
        jdbc.sql(
                        "insert into account.setup_code (digest, created_at) values (?, ?) on conflict (one) do update set digest = excluded.digest, created_at = excluded.created_at")
                .param(Digest.of(code))
                .param(OffsetDateTime.now(clock))
                .update();
        return code;
    }

    /** 第一个人：安全管理员，由他建立其余账号；小地方可以同时兼任政务公开科。 */
    @Transactional
    public void setUp(String code, String login, String name, String password, boolean alsoOffice) {
        int used = jdbc.sql("delete from account.setup_code where digest = ? and created_at > ?")
                .param(Digest.of(asPrinted(code)))
                .param(OffsetDateTime.now(clock).minus(VALID))
                .update();
        if (used != 1 || !accounts.none()) {
            throw new Refused(Refusal.of("account.setupCodeWrong"));
        }
        Set<Duty> duties = EnumSet.of(Duty.SECURITY_ADMINISTRATOR);
        if (alsoOffice) {
            duties.add(Duty.OFFICE);
        }
        current.runAs(Actor.SYSTEM, () -> desk.add(login, name, null, duties, password));
    }

    @EventListener
    void announce(ApplicationReadyEvent ready) {
        if (!wanted()
                || !(ready.getApplicationContext() instanceof WebServerApplicationContext web)
                || web.getWebServer() == null) {
            return;
        }
        String address = "http://127.0.0.1:" + web.getWebServer().getPort();
        System.out.printf(
                "%n  打开 %s/setup 设置首位管理员 (set up the first administrator there)%n"
                        + "  一次性设置码：%s（二十四小时内有效，只能用一次 valid once, for 24 hours）%n%n",
                address, newCode());
    }

    /** 大小写、空格、连字符怎么打都行。 However it is typed: four letters, a hyphen, in small letters. */
    private static String asPrinted(String typed) {
        return typed.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^0-9a-z]", "")
                .replaceAll("(.{4})(?=.)", "$1-");
    }
}
