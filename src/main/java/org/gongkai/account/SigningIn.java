package org.gongkai.account;

import java.time.Clock;
import java.util.Locale;
import org.gongkai.identity.CurrentActor;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 登录两步：口令，然后动态口令（首次登录时先绑定）。 */
@Service
class SigningIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Actors actors;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SigningIn(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            Actors actors,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.actors = actors;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** 第一步：登录名和口令。两种错误说同一句话。 */
    Account password(String login, String password, String address) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        attempts.take(name, address);
        var account = accounts.find(name).filter(Account::enabled);
        if (account.isEmpty()) {
            passwords.waste(password);
            throw new Refused(Refusal.of("account.signInWrong"));
        }
        var secrets = accounts.secrets(account.get().id()).orElseThrow();
        if (!passwords.matches(password, secrets.password())) {
            throw new Refused(Refusal.of("account.signInWrong"));
        }
        return account.get();
    }

    /** 第二步：动态口令或恢复码，用过的不能再用。 */
    @Transactional
    public void secondFactor(Account account, String code, String address) {
        attempts.take(account.login(), address);
        var secrets = accounts.secrets(account.id()).orElseThrow();
        String secret = secrets.totpSecret();
        if (secret == null) {
            throw new Refused(Refusal.of("account.codeWrong"));
        }
        var step = TimedCode.verify(secret, code, clock.instant(), secrets.lastTotpStep());
        boolean right = step.isPresent()
                ? accounts.useStep(account.id(), step.getAsLong())
                : accounts.useRecoveryCode(account.id(), Digest.of(code.strip().toLowerCase(Locale.ROOT)));
        if (!right) {
            throw new Refused(Refusal.of("account.codeWrong"));
        }
        attempts.succeeded(account.login());
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
