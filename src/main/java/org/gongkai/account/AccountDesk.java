package org.gongkai.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 账号管理：加人、授岗、停用、本人的口令和动态口令。 */
@Service
@Transactional
class AccountDesk {

    static final Set<Duty> ADMINISTRATORS =
            Set.of(Duty.SYSTEM_ADMINISTRATOR, Duty.SECURITY_ADMINISTRATOR, Duty.AUDITOR);
    private static final Set<Duty> DISTRICT_WIDE = Set.of(Duty.OFFICE, Duty.LEADER);
    private static final int RECOVERY_CODES = 8;

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

    /** 新增一个人；没有机构且岗位是全区性的，数据范围就是全区。 */
    long add(String login, String name, @Nullable String body, Set<Duty> duties, String password) {
        if (!login.matches("[a-z0-9][a-z0-9._-]{2,31}")) {
            throw new Refused(Refusal.of("account.loginForm"));
        }
        if (name.isBlank() || name.length() > 60) {
            throw new Refused(Refusal.of("account.nameForm"));
        }
        if (accounts.find(login).isPresent()) {
            throw new Refused(Refusal.of("account.loginTaken", login));
        }
        if (body != null && bodies.find(body).isEmpty()) {
            throw new Refused(Refusal.of("account.noSuchBody", body));
        }
        checkDuties(duties);
        passwords.check(password, login);
        boolean district = duties.stream().anyMatch(DISTRICT_WIDE::contains);
        long id = accounts.add(login, name.strip(), body, district, passwords.hash(password), duties);
        events.publishEvent(new AccountChanged("account.added", login, "新增账号", Map.of("duties", names(duties))));
        return id;
    }

    /** 改变岗位；不能改自己的，权限不能自己给自己。 */
    void grant(long id, Set<Duty> duties) {
        var account = require(id);
        if (account.login().equals(current.get().account())) {
            throw new Refused(Refusal.of("account.notYourself"));
        }
        checkDuties(duties);
        accounts.grant(id, duties);
        events.publishEvent(new AccountChanged(
                "account.granted",
                account.login(),
                "调整岗位",
                Map.of("before", names(account.duties()), "after", names(duties))));
    }

    void enable(long id, boolean enabled) {
        var account = require(id);
        if (account.login().equals(current.get().account())) {
            throw new Refused(Refusal.of("account.notYourself"));
        }
        accounts.enable(id, enabled);
        events.publishEvent(
                AccountChanged.of(enabled ? "enabled" : "disabled", account.login(), enabled ? "启用账号" : "停用账号"));
    }

    void changePassword(long id, String old, String fresh) {
        var account = require(id);
        var secrets = accounts.secrets(id).orElseThrow();
        if (!passwords.matches(old, secrets.password())) {
            throw new Refused(Refusal.of("account.oldPasswordWrong"));
        }
        passwords.check(fresh, account.login());
        accounts.password(id, passwords.hash(fresh));
        events.publishEvent(AccountChanged.of("passwordChanged", account.login(), "修改口令"));
    }

    /** 绑定动态口令，返回只显示一次的恢复码。 */
    List<String> enrol(long id, String secret, String code) {
        var account = require(id);
        if (TimedCode.verify(secret, code, clock.instant(), 0).isEmpty()) {
            throw new Refused(Refusal.of("account.codeWrong"));
        }
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(Digest.random(5) + "-" + Digest.random(5));
        }
        accounts.secondFactor(id, secret, codes.stream().map(Digest::of).toList());
        events.publishEvent(AccountChanged.of("secondFactor", account.login(), "绑定动态口令"));
        return codes;
    }

    /** 手机丢了：安全管理员清除动态口令，下次登录重新绑定。 */
    void clearSecondFactor(long id) {
        var account = require(id);
        accounts.secondFactor(id, null, List.of());
        events.publishEvent(AccountChanged.of("secondFactorCleared", account.login(), "清除动态口令"));
    }

    private static void checkDuties(Set<Duty> duties) {
        var administrators = EnumSet.noneOf(Duty.class);
        administrators.addAll(duties);
        administrators.retainAll(ADMINISTRATORS);
        if (administrators.size() > 1) {
            throw new Refused(Refusal.of("account.threeAdministrators"));
        }
    }

    private Account require(long id) {
        return accounts.find(id).orElseThrow(() -> new Refused(Refusal.of("account.unknown")));
    }

    private static List<String> names(Set<Duty> duties) {
        return duties.stream().map(Duty::name).sorted().toList();
    }
}
