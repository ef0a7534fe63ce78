package org.gongkai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("账号的规则")
class AccountTests {

    /** "12345678901234567890" of RFC 6238 appendix B, in base32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final Passwords passwords = new Passwords();

    @Test
    @DisplayName("没有这个账号时白算的一次，与真的一样费时，口令总不对")
    void the_decoy_costs_what_a_real_digest_costs() {
        var real = passwords.hash("correct horse battery").split("\\$");
        var decoy = Passwords.DECOY.split("\\$");
        assertThat(decoy).hasSameSizeAs(real);
        assertThat(decoy[1] + decoy[2] + decoy[3]).isEqualTo(real[1] + real[2] + real[3]);
        assertThat(decoy[4]).hasSameSizeAs(real[4]);
        assertThat(decoy[5]).hasSameSizeAs(real[5]);
        assertThat(passwords.matches("correct horse battery", Passwords.DECOY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "59, 287082", "1111111109, 081804", "1111111111, 050471",
        "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"
    })
    @DisplayName("动态口令与 RFC 6238 附录 B 一致（取后六位）")
    void codes_agree_with_the_standard(long second, String code) {
        assertThat(TimedCode.at(SECRET, second / 30)).isEqualTo(code);
        assertThat(TimedCode.verify(SECRET, code, Instant.ofEpochSecond(second), 0))
                .hasValue(second / 30);
    }

    @Test
    @DisplayName("前后各差一步可以，差两步不行，用过的不行")
    void a_code_is_good_for_three_steps_and_once() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        long step = TimedCode.step(now);
        assertThat(TimedCode.verify(SECRET, TimedCode.at(SECRET, step - 1), now, 0))
                .hasValue(step - 1);
        assertThat(TimedCode.verify(SECRET, TimedCode.at(SECRET, step + 1), now, 0))
                .hasValue(step + 1);
        assertThat(TimedCode.verify(SECRET, TimedCode.at(SECRET, step - 2), now, 0))
                .isEmpty();
        assertThat(TimedCode.verify(SECRET, TimedCode.at(SECRET, step + 2), now, 0))
                .isEmpty();
        assertThat(TimedCode.verify(SECRET, TimedCode.at(SECRET, step), now, step))
                .isEmpty();
    }

    @Test
    @DisplayName("系统自己的、示范区编出来的账号名，人不能用")
    void reserved_names_are_not_given_to_people() {
        var current = mock(CurrentActor.class);
        when(current.get())
                .thenReturn(new Actor("anquan", "安全员", null, Set.of(Duty.SECURITY_ADMINISTRATOR), Set.of(), false));
        var desk = new AccountDesk(
                mock(Accounts.class), passwords, mock(PublicBodies.class), event -> {}, current, Clock.systemUTC());
        for (var login : List.of("system", AccountDesk.INVENTED + "da105")) {
            assertThatThrownBy(() -> desk.add(login, "某人", null, Set.of(Duty.AUDITOR), "correct horse battery"))
                    .as(login)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.refusal().messageKey()).isEqualTo("account.loginTaken"));
        }
    }

    @Test
    @DisplayName("密钥各不相同，一百六十位")
    void secrets_differ() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(TimedCode.newSecret())).isTrue();
        }
        assertThat(seen).allMatch(secret -> secret.matches("[A-Z2-7]{32}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1234", "aaaaaaaaaaaaaaaa", "zhangsan-2026-xx", "PASSWORD1234", ""})
    @DisplayName("太短、常见、重复、含登录名的口令不收")
    void weak_passwords_are_refused(String password) {
        assertThatThrownBy(() -> passwords.check(password, "zhangsan")).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("口令是加盐的 Argon2id，同一口令两次摘要不同")
    void passwords_are_salted() {
        String hash = passwords.hash("清晨六点的公园里");
        assertThat(hash).startsWith("$argon2id$").isNotEqualTo(passwords.hash("清晨六点的公园里"));
        assertThat(passwords.matches("清晨六点的公园里", hash)).isTrue();
        assertThat(passwords.matches("清晨六点的公园", hash)).isFalse();
    }

    @Test
    @DisplayName("令牌和恢复码只存 SHA-256 摘要，首尾空白不计")
    void digests_are_sha256() {
        assertThat(Digest.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digest.of(" abc ")).isEqualTo(Digest.of("abc"));
        assertThat(Digest.random(40)).hasSize(40).matches("[a-z2-9]+");
    }
}
