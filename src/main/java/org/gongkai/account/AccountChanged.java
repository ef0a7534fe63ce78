package org.gongkai.account;

import java.util.Map;
import org.gongkai.journal.Recorded;

/**
 * 账号的一次变化：建立、授岗、停用、口令、动态口令、令牌、登录、退出。
 *
 * @param act {@code account.…}
 * @param login 谁的账号
 */
record AccountChanged(String act, String login, String summary, Map<String, Object> details) implements Recorded {

    static AccountChanged of(String act, String login, String summary) {
        return new AccountChanged("account." + act, login, summary, Map.of());
    }

    @Override
    public String subjectType() {
        return "account";
    }

    @Override
    public String subjectId() {
        return login;
    }
}
