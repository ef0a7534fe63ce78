package org.gongkai.account;

import java.util.Set;
import org.gongkai.identity.Duty;
import org.jspecify.annotations.Nullable;

/**
 * 一个账号，不含口令。 An account without its secrets.
 *
 * @param body 所在机构代码；没有机构的人（如三员、全区岗位）为空
 * @param district 数据范围是否全区，由岗位决定
 * @param secondFactor 是否已绑定动态口令
 * @param recoveryCodes 还剩几个恢复码
 */
public record Account(
        long id,
        String login,
        String name,
        @Nullable String body,
        boolean district,
        Set<Duty> duties,
        boolean enabled,
        boolean secondFactor,
        int recoveryCodes) {}
