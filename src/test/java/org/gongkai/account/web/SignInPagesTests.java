package org.gongkai.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("登录之后去哪里")
class SignInPagesTests {

    @ParameterizedTest
    @ValueSource(strings = {"/desk/me", "/desk/x?q=%E4%BD%8E&page=2", "/"})
    @DisplayName("本站的路径可以")
    void paths_of_this_site_are_followed(String next) {
        assertThat(SignInPages.local(next)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "desk",
                "/a\\b",
                "/a\r\nSet-Cookie: x",
                "/\t/evil.example",
                "/sign-out",
                "/sign-in"
            })
    @DisplayName("别的一律回工作台")
    void anything_else_leads_to_the_workbench(String next) {
        assertThat(SignInPages.local(next)).isEqualTo("/desk");
    }
}
