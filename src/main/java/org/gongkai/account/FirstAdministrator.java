package org.gongkai.account;

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

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AccountDesk desk;
    private final CurrentActor current;

    FirstAdministrator(JdbcClient jdbc, Accounts accounts, AccountDesk desk, CurrentActor current) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.desk = desk;
        this.current = current;
    }

    /** 还没有任何账号。 */
    public boolean wanted() {
        return accounts.none();
    }

    /** 每次启动换一个，直到用掉。 */
    @Transactional
    public String newCode() {
        String code = Digest.random(4) + "-" + Digest.random(4) + "-" + Digest.random(4);
        jdbc.sql(
                        "insert into account.setup_code (digest) values (?) on conflict (one) do update set digest = excluded.digest, created_at = now()")
                .param(Digest.of(code))
                .update();
        return code;
    }

    /** 第一个人：安全管理员，由他建立其余账号；小地方可以同时兼任政务公开科。 */
    @Transactional
    public void setUp(String code, String login, String name, String password, boolean alsoOffice) {
        int used = jdbc.sql("delete from account.setup_code where digest = ?")
                .param(Digest.of(code.toLowerCase(java.util.Locale.ROOT)))
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
        System.out.printf("%n  打开 %s/setup 设置首位管理员%n  一次性设置码：%s%n%n", address, newCode());
    }
}
