package org.gongkai.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 账号管理：加人、授岗、停用、重设口令，本人的口令和动态口令。 People, what they are charged with, and their secrets. */
@Service
@Transactional
public class AccountDesk {

    private static final Set<Duty> ADMINISTRATORS =
            Set.of(Duty.SYSTEM_ADMINISTRATOR, Duty.SECURITY_ADMINISTRATOR, Duty.AUDITOR);
    private static final Set<Duty> WITHIN_A_BODY =
            Set.of(Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER, Duty.WINDOW);
    private static final int RECOVERY_CODES = 8;

    /** 示范区里编出来的人，账号都这样开头；不算有了第一个账号。 How logins of the demonstration's invented people begin. */
    public static final String INVENTED = "demonstration-";

    private final Accounts accounts;
    private final Passwords passwords;
    private final PublicBodies bodies;
    private final ApplicationEventPublisher events;
    private final CurrentActor current;
    private final Clock clock;

    AccountDesk(
            Accounts accounts,
            Passwords passwords,
            PublicBodies bodies,
            ApplicationEventPublisher events,
            CurrentActor current,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.bodies = bodies;
        this.events = events;
        this.current = current;
        this.clock = clock;
    }

    /** 全部账号，按机构、登录名。 */
    @Transactional(readOnly = true)
    public List<Account> all() {
        return accounts.all();
    }

    /** 一个账号；没有就拒绝。 */
    @Transactional(readOnly = true)
    public Account require(long id) {
        return accounts.find(id).orElseThrow(() -> Refused.missing("account.unknown"));
    }

    /** 新增一个人；有全区性岗位的，数据范围就是全区。 Adds a person; the scope follows from the duties. */
    public long add(String login, String name, @Nullable String body, Set<Duty> duties, String password) {
        if (!login.matches("[a-z0-9][a-z0-9._-]{2,31}")) {
            throw new Refused(Refusal.of("account.loginForm"));
        }
        check(name, body, duties);
        if (Actor.isMachine(login)
                || login.startsWith(INVENTED) && !current.get().isMachine()) {
            throw new Refused(Refusal.of("account.loginTaken", login));
        }
        passwords.check(password, login);
        try {
            long id = accounts.add(login, name.strip(), body, isDistrictWide(duties), passwords.hash(password), duties);
            events.publishEvent(new AccountChanged("account.added", login, "新增账号", Map.of("duties", names(duties))));
            return id;
        } catch (DuplicateKeyException e) {
            throw new Refused(Refusal.of("account.loginTaken", login));
        }
    }

    /** 调整姓名、机构、岗位；不能改自己的，权限不能自己给自己。 */
    public void change(long id, String name, @Nullable String body, Set<Duty> duties) {
        var account = somebodyElse(id);
        check(name, body, duties);
        accounts.change(id, name.strip(), body, isDistrictWide(duties), duties);
        events.publishEvent(new AccountChanged(
                "account.changed",
                account.login(),
                "调整岗位",
                Map.of("before", names(account.duties()), "after", names(duties), "body", body == null ? "" : body)));
    }

    /** 停用或重新启用；停用后已登录的会话和令牌立即失效。 */
    public void enable(long id, boolean enabled) {
        var account = somebodyElse(id);
        accounts.enable(id, enabled);
        events.publishEvent(
                AccountChanged.of(enabled ? "enabled" : "disabled", account.login(), enabled ? "启用账号" : "停用账号"));
    }

    /** 本人忘了口令：安全管理员重设一个。 */
    public void resetPassword(long id, String fresh) {
        var account = somebodyElse(id);
        passwords.check(fresh, account.login());
        accounts.password(id, passwords.hash(fresh));
        events.publishEvent(AccountChanged.of("passwordReset", account.login(), "重设口令"));
    }

    /** 本人修改口令；其他地方的会话随之退出。 */
    public void changePassword(long id, String old, String fresh) {
        var account = require(id);
        var secrets = accounts.secrets(id).orElseThrow();
        if (!passwords.matches(old, secrets.password())) {
            throw new Refused(Refusal.of("account.oldPasswordWrong"));
        }
        passwords.check(fresh, account.login());
        accounts.password(id, passwords.hash(fresh));
        events.publishEvent(AccountChanged.of("passwordChanged", account.login(), "修改口令"));
    }

    /** 本人在其他地方的登录全部退出，本处留下。 */
    public void endOtherSessions(long id) {
        events.publishEvent(AccountChanged.of("sessionsEnded", require(id).login(), "退出其他地方的登录"));
    }

    /** 一把新的动态口令密钥，绑定之前不保存。 */
    public static String newSecret() {
        return TimedCode.newSecret();
    }

    /** 绑定动态口令，返回只显示一次的恢复码。 */
    public List<String> enrol(long id, String secret, String code) {
        var account = require(id);
        long step = TimedCode.verify(secret, code, clock.instant(), 0)
                .orElseThrow(() -> new Refused(Refusal.of("account.codeWrong")));
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(Digest.random(5) + "-" + Digest.random(5));
        }
        accounts.secondFactor(id, secret, codes.stream().map(Digest::of).toList());
        accounts.useStep(id, step);
        events.publishEvent(AccountChanged.of("secondFactor", account.login(), "绑定动态口令"));
        return codes;
    }

    /** 手机丢了：安全管理员清除动态口令，下次登录重新绑定。 */
    public void clearSecondFactor(long id) {
        var account = require(id);
        accounts.secondFactor(id, null, List.of());
        events.publishEvent(AccountChanged.of("secondFactorCleared", account.login(), "清除动态口令"));
    }

    private void check(String name, @Nullable String body, Set<Duty> duties) {
        if (name.isBlank() || name.strip().length() > 60) {
            throw new Refused(Refusal.of("account.nameForm"));
        }
        if (body != null && bodies.find(body).isEmpty()) {
            throw new Refused(Refusal.of("account.noSuchBody", body));
        }
        if (duties.isEmpty()) {
            throw new Refused(Refusal.of("account.dutyNeeded"));
        }
        if (duties.stream().filter(ADMINISTRATORS::contains).count() > 1) {
            throw new Refused(Refusal.of("account.threeAdministrators"));
        }
        if (body == null && !isDistrictWide(duties) && duties.stream().anyMatch(WITHIN_A_BODY::contains)) {
            throw new Refused(Refusal.of("account.bodyNeeded"));
        }
    }

    private static boolean isDistrictWide(Set<Duty> duties) {
        return duties.stream().anyMatch(Duty::isDistrictWide);
    }

    private Account somebodyElse(long id) {
        var account = require(id);
        if (account.login().equals(current.get().account())) {
            throw new Refused(Refusal.of("account.notYourself"));
        }
        return account;
    }

    private static List<String> names(Set<Duty> duties) {
        return duties.stream().map(Duty::name).sorted().toList();
    }
}
