package org.gongkai.account;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.identity.CurrentActor;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 登录两步：口令，然后动态口令（首次登录时先绑定）。 Password first, then a one-time code; refusals are recorded too. */
@Service
public class SigningIn {

    private final Accounts accounts;
    private final AccountDesk desk;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Actors actors;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SigningIn(
            Accounts accounts,
            AccountDesk desk,
            Passwords passwords,
            Attempts attempts,
            Actors actors,
            CurrentActor current,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.passwords = passwords;
        this.attempts = attempts;
        this.actors = actors;
        this.current = current;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** 第一步：登录名和口令。两种错误说同一句话。 */
    public Account password(String login, String password, String address) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        attempts.take(name, address);
        var account = accounts.find(name).filter(Account::enabled);
        if (account.isEmpty()) {
            passwords.waste(password);
            refused("-", address);
            throw new Refused(Refusal.of("account.signInWrong"));
        }
        var secrets = accounts.secrets(account.get().id()).orElseThrow();
        if (!passwords.matches(password, secrets.password())) {
            refused(name, address);
            throw new Refused(Refusal.of("account.signInWrong"));
        }
        attempts.right(name, address);
        return account.get();
    }

    /** 第二步：动态口令或恢复码，用过的不能再用。 */
    public void secondFactor(Account account, String code, String address) {
        attempts.take(account.login(), address);
        if (!isRight(account, code)) {
            refused(account.login(), address);
            throw new Refused(Refusal.of("account.codeWrong"));
        }
        attempts.signedIn(account.login(), address);
    }

    /** 首次登录：绑定动态口令，返回恢复码。 */
    public List<String> enrol(long account, String secret, String code, String address) {
        var known = desk.require(account);
        attempts.take(known.login(), address);
        if (known.secondFactor()) {
            throw new Refused(Refusal.of("account.codeWrong"));
        }
        var codes = current.callAs(actors.signedIn(known).actor(), () -> desk.enrol(account, secret, code));
        attempts.signedIn(known.login(), address);
        return codes;
    }

    /** 没有账号可认时（设置首位管理员）只按来源限速。 */
    public void limit(String address) {
        attempts.take(address);
    }

    private boolean isRight(Account account, String code) {
        var secrets = accounts.secrets(account.id()).orElseThrow();
        String secret = secrets.totpSecret();
        if (secret == null) {
            return false;
        }
        var step = TimedCode.verify(secret, code, clock.instant(), secrets.lastTotpStep());
        return step.isPresent()
                ? accounts.useStep(account.id(), step.getAsLong())
                : accounts.useRecoveryCode(account.id(), Digest.of(code.strip().toLowerCase(Locale.ROOT)));
    }

    /** What was typed as a login name is not kept unless it is one: people type passwords there. */
    private void refused(String login, String address) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new AccountChanged("account.signInRefused", login, "登录被拒", Map.of("address", address))));
    }

    /** 记下登录或退出。 */
    @Transactional
    public void record(Account account, boolean in) {
        current.runAs(
                actors.signedIn(account).actor(),
                () -> events.publishEvent(
                        AccountChanged.of(in ? "signedIn" : "signedOut", account.login(), in ? "登录" : "退出")));
    }
}
