package org.gongkai.account.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.account.Account;
import org.gongkai.identity.Duty;
import org.jspecify.annotations.Nullable;

/** 账号表单，原样的输入。 What was typed; blanks instead of nulls through the accessors ending in {@code Text}. */
record AccountForm(
        @Nullable String login,
        @Nullable String name,
        @Nullable String body,
        @Nullable Set<Duty> duty) {

    static final AccountForm BLANK = new AccountForm("", "", "", Set.of());

    static AccountForm of(Account account) {
        return new AccountForm(account.login(), account.name(), account.body(), account.duties());
    }

    String loginText() {
        return Objects.requireNonNullElse(login, "").strip().toLowerCase(Locale.ROOT);
    }

    String nameText() {
        return Objects.requireNonNullElse(name, "");
    }

    String bodyText() {
        return Objects.requireNonNullElse(body, "");
    }

    @Nullable
    String bodyCode() {
        return bodyText().isBlank() ? null : bodyText();
    }

    Set<Duty> duties() {
        return duty == null ? Set.of() : duty.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }
}
