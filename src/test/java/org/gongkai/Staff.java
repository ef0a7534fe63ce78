package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.identity.Duty;

/**
 * 单位里的人：首位管理员用终端上的设置码进来，再给别人建账号；每个人自己绑定动态口令。
 *
 * <p>All through the browser, as people do it; there is no other way in.
 */
final class Staff implements AutoCloseable {

    static final String PASSWORD = "湖边的柳树春天发芽 2026";
    private static final Pattern CODE = Pattern.compile("(?:设置码|code)[^a-z0-9]*([a-z0-9]+-[a-z0-9]+-[a-z0-9]+)");

    private final RunningGongkai gongkai;
    private final Visitor administrator;

    private Staff(RunningGongkai gongkai, Visitor administrator) {
        this.gongkai = gongkai;
        this.administrator = administrator;
    }

    /** 首位管理员，兼政务公开科。 */
    static Staff begin(RunningGongkai gongkai) throws IOException {
        Visitor visitor = Visitor.at(gongkai.url());
        visitor.open("/setup")
                .type("[name=code]", setupCode(gongkai))
                .type("[name=login]", "anquan")
                .type("[name=name]", "周安全")
                .type("[name=password]", PASSWORD);
        visitor.page().locator("[name=office]").check();
        visitor.click("main button[type=submit]");
        assertThat(visitor.page().url())
                .as(visitor.page().locator("main").innerText())
                .contains("/sign-in");
        enter(visitor, "anquan");
        return new Staff(gongkai, visitor);
    }

    /** 建一个账号，那个人登录进来。 */
    Visitor person(String login, String name, String body, Duty... duties) {
        administrator
                .open("/desk/accounts/new")
                .type("[name=login]", login)
                .type("[name=name]", name)
                .type("[name=password]", PASSWORD);
        administrator.page().locator("[name=body]").selectOption(body);
        for (Duty duty : duties) {
            administrator.page().locator("[name=duty][value=" + duty + "]").check();
        }
        administrator.click("main form button[type=submit]");
        assertThat(administrator.page().locator("main > .notice").count())
                .as(administrator.page().locator("main").innerText())
                .isEqualTo(1);
        Visitor visitor = Visitor.at(gongkai.url());
        enter(visitor, login);
        return visitor;
    }

    Visitor administrator() {
        return administrator;
    }

    /** 登录：口令，首次还要绑定动态口令。 */
    private static void enter(Visitor visitor, String login) {
        visitor.open("/sign-in?next=/desk")
                .type("[name=login]", login)
                .type("[name=password]", PASSWORD)
                .click("main button[type=submit]");
        assertThat(visitor.page().url())
                .as(visitor.page().locator("main").innerText())
                .endsWith("/sign-in/enrol");
        String secret = visitor.page().locator("code.secret").innerText();
        visitor.type("[name=code]", oneTimeCode(secret, Instant.now()))
                .click("main button[type=submit]")
                .click("main a.button");
        assertThat(visitor.page().url()).contains("/desk");
    }

    private static String setupCode(RunningGongkai gongkai) throws IOException {
        List<String> found = CODE.matcher(gongkai.log())
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(found).as("the set-up code on the terminal").isNotEmpty();
        return found.getLast();
    }

    /** RFC 6238，六位，三十秒。 */
    static String oneTimeCode(String secret, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(base32(secret.replaceAll("\\s", "")), "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 15, 4).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] base32(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }

    @Override
    public void close() {
        administrator.close();
    }
}
