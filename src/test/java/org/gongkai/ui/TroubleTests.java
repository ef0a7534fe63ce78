package org.gongkai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.GongkaiTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@GongkaiTest
@DisplayName("出错时的回答：两个人同时办是 409，一句话，不是 500")
class TroubleTests {

    /** 真实的数据库错误，由 PostgreSQL 自己报出。 Every statement makes PostgreSQL itself raise the state. */
    @RestController
    record Clashing(JdbcClient jdbc) {

        @GetMapping("/api/v1/clash")
        List<String> clash(@RequestParam String state) {
            jdbc.sql("do $$ begin raise exception 'clash' using errcode = '" + state + "'; end $$")
                    .update();
            return List.of();
        }
    }

    private final MockMvcTester mvc;

    TroubleTests(JdbcClient jdbc, Trouble trouble) {
        this.mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Clashing(jdbc))
                .setControllerAdvice(trouble)
                .build());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"23505, 409", "23503, 409", "40001, 409", "40P01, 409", "55P03, 409", "22021, 400", "XX000, 500"})
    @DisplayName("数据库报出的各种冲突")
    void a_clash_in_the_database_is_a_conflict(String state, int status) {
        assertThat(mvc.get().uri("/api/v1/clash").param("state", state))
                .hasStatus(status)
                .hasContentTypeCompatibleWith("application/problem+json")
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.detail").asString().contains("。");
                    assertThat(json).extractingPath("$.reference").asString().hasSize(8);
                });
    }
}
