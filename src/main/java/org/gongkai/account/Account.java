package org.gongkai.account;

import java.util.List;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.jspecify.annotations.Nullable;

/** 一个账号，不含口令。 */
record Account(
        long id,
        String login,
        String name,
        @Nullable String body,
        boolean district,
        Set<Duty> duties,
        boolean enabled,
        boolean secondFactor,
        List<String> recoveryCodes) {}
