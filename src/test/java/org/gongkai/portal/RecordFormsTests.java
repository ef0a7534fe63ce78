package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.gongkai.publication.Publisher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@GongkaiTest
@DisplayName("一条公开信息的几种样子：按请求头给，按后缀给；撤回的都说撤回")
class RecordFormsTests {

    private static final int QUIET = 4;

    private final MockMvc mvc;
    private final TestClock clock;
    private final Publisher civil;

    RecordFormsTests(MockMvc mvc, ApplicationContext context, TestClock clock) {
        this.mvc = mvc;
        this.clock = clock;
        this.civil = new Publisher(context, "FORMS-CIVIL");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|application/json",
                "application/ld+json|application/ld+json",
                "text/markdown|text/markdown;charset=UTF-8",
                "text/plain;q=0.9, application/json;q=0.1|text/plain;charset=UTF-8",
                "application/json;q=0, text/plain|text/plain;charset=UTF-8",
                "*/*|text/html;charset=UTF-8",
                "image/png|text/html;charset=UTF-8",
                "这不是类型|text/html;charset=UTF-8",
                "text/|text/html;charset=UTF-8",
                "application/json;q=2|text/html;charset=UTF-8",
                ";;;,,,|text/html;charset=UTF-8"
            })
    @DisplayName("请求头写得再怪，也有一个合适的回答，从不五百")
    void odd_headers_are_answered(String accept, String type) throws Exception {
        var answer = ask(civil.publish("关于请求头的公告").path(), accept);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo(type);
    }

    @Test
    @DisplayName("请求头列了六十种，给网页，不是五百")
    void sixty_types_are_answered_with_the_page() throws Exception {
        var answer = ask(civil.publish("关于六十种的公告").path(), "application/x,".repeat(60) + "application/json");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("text/html");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", ".html", ".json", ".jsonld", ".txt", ".md", ".pdf", "/text", "/json", "/edition/1"})
    @DisplayName("撤回的，每一种样子都回答 410，说明撤回，不露正文")
    void a_withdrawn_record_is_gone_in_every_form(String form) throws Exception {
        var view = civil.publish("关于误发的公告", "<p>不该公开的内容</p>", null, null);
        civil.withdraw(view, "误发，已收回", null);
        var answer = ask(view.path() + form, "text/html");
        assertThat(answer.getStatus()).isEqualTo(410);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("误发，已收回")
                .doesNotContain("不该公开的内容");
    }

    @Test
    @DisplayName("过了有效期、机构改了名，标记随之改变；不说假的“最后修改”")
    void the_tag_changes_with_validity_and_publisher() throws Exception {
        var view = civil.publish("关于冬季取暖补贴的通知", "<p>每户六百元。</p>", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 15));
        var first = ask(view.path() + ".json", "*/*");
        assertThat(first.getHeader(HttpHeaders.LAST_MODIFIED)).isNull();
        assertThat(again(view.path() + ".json", first).getStatus()).isEqualTo(304);
        clock.set(LocalDate.of(2026, 10, 16));
        var expired = again(view.path() + ".json", first);
        assertThat(expired.getStatus()).isEqualTo(200);
        assertThat(expired.getContentAsString()).contains("EXPIRED");
        civil.rename("民政和养老服务局");
        var renamed = again(view.path() + ".json", expired);
        assertThat(renamed.getStatus()).isEqualTo(200);
        assertThat(renamed.getContentAsString(StandardCharsets.UTF_8)).contains("民政和养老服务局");
    }

    @Test
    @DisplayName("二维码读出来就是读者正在看的网址，谁也不留存")
    void the_qr_code_reads_as_the_address() throws Exception {
        var view = civil.publish("关于便民服务点的公告");
        var answer = ask(view.path() + "/qr.svg", "image/*");
        assertThat(answer.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        String svg = answer.getContentAsString();
        int size = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        var modules = new BitMatrix(size - 2 * QUIET);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(svg)
                .results()
                .forEach(black -> modules.set(
                        Integer.parseInt(black.group(1)) - QUIET, Integer.parseInt(black.group(2)) - QUIET));
        assertThat(new Decoder().decode(modules).getText()).isEqualTo("http://localhost" + view.path());
    }

    private MockHttpServletResponse ask(String path, String accept) throws Exception {
        return mvc.perform(get(path).header(HttpHeaders.ACCEPT, accept))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse again(String path, MockHttpServletResponse known) throws Exception {
        return mvc.perform(get(path).header(HttpHeaders.IF_NONE_MATCH, String.valueOf(known.getHeader("ETag"))))
                .andReturn()
                .getResponse();
    }
}
