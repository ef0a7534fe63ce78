package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.obligation.ObligationsSettled;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.DisclosuresImported;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("公开页面的成品：只留该留的，撤回之后一页也不留")
class PageCacheTests {

    private static final String RECORD = "/xxgk/MZJ/2026-7";

    private final PageCache cache = new PageCache(4);
    private final PageCacheFilter filter = new PageCacheFilter(cache);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    @DisplayName("撤回以前开始作的页，撤回以后才作好，不留存：下一位读者看到的是撤回以后的")
    void a_page_begun_before_a_withdrawal_is_never_kept() throws Exception {
        ask(request(RECORD), page("before", () -> cache.on(new DisclosuresImported("test", List.of(), List.of()))));
        var after = ask(request(RECORD), page("after", () -> {}));
        assertThat(made).hasValue(2);
        assertThat(after.getHeader("Content-Encoding")).isEqualTo("gzip");
        ask(request(RECORD), page("third", () -> {}));
        assertThat(made).as("the page made afterwards is kept").hasValue(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/",
                "/xxgk",
                "/bzml/01",
                "/ysq",
                RECORD,
                RECORD + "/edition/1",
                "/jz?asOf=2026-03-01",
                "/xxgk/MZJ/zd?cursor=MTc4NTY3LjEy",
                "/xxgk/MZJ/nr?heading=05",
                "/xxgk/MZJ/nr?cursor=MTc4NTY3LjEy&heading=05"
            })
    @DisplayName("公开页面作一次，给许多人")
    void public_pages_are_made_once(String place) throws Exception {
        ask(request(place), page("x", () -> {}));
        ask(request(place), page("x", () -> {}));
        assertThat(made).hasValue(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/ysqx",
                "/ysq/t/1",
                "/xxgkx",
                "/desk",
                "/search",
                "/bzml?x=1",
                "/jz?asOf=yesterday",
                "/jz?x=2026-03-01",
                "/xxgk/MZJ/nr?x=1",
                "/xxgk/MZJ/nr?cursor=",
                "/xxgk/MZJ/zn?cursor=MTc4",
                RECORD + "?cursor=MTc4"
            })
    @DisplayName("别的地址不留")
    void nothing_else_is_kept(String place) throws Exception {
        ask(request(place), page("x", () -> {}));
        ask(request(place), page("x", () -> {}));
        assertThat(made).hasValue(2);
    }

    @Test
    @DisplayName("cookie 里的文字不进键：乱写的显示方式等于没有选")
    void the_text_of_a_cookie_is_no_key() throws Exception {
        ask(request("/"), page("x", () -> {}));
        for (int i = 0; i < 20; i++) {
            var request = request("/");
            request.setCookies(new Cookie("mode", "m" + i), new Cookie("other", "o" + i));
            ask(request, page("x", () -> {}));
        }
        assertThat(made).hasValue(1);
        var elder = request("/");
        elder.setCookies(new Cookie("mode", "elder"));
        ask(elder, page("elder", () -> {}));
        assertThat(made).hasValue(2);
    }

    @Test
    @DisplayName("要别的样子的请求，不给网页的成品")
    void another_form_is_not_answered_with_a_page() throws Exception {
        ask(request(RECORD), page("x", () -> {}));
        var pdf = request(RECORD);
        pdf.removeHeader("Accept");
        pdf.addHeader("Accept", "application/pdf");
        ask(pdf, page("x", () -> {}));
        assertThat(made).hasValue(2);
    }

    @Test
    @DisplayName("公开一条，所有信息页都重作：它可能是别的信息的下属条目")
    void a_publication_drops_the_pages_of_parents() throws Exception {
        ask(request(RECORD), page("without its new part", () -> {}));
        cache.on(new DisclosurePublished(
                8,
                1,
                "MZJ",
                "05-1",
                "05",
                "",
                DisclosureType.ANNOUNCEMENT,
                LocalDate.of(2026, 9, 1),
                Instant.parse("2026-09-02T01:00:00Z"),
                LocalDate.of(2026, 9, 2),
                "附件一",
                "MZJ/2026-00008",
                null,
                null));
        ask(request(RECORD), page("with its part", () -> {}));
        assertThat(made).hasValue(2);
    }

    @Test
    @DisplayName("义务算好以后，列表页重作，信息页不必")
    void lists_are_made_again_when_obligations_are_settled() throws Exception {
        ask(request("/bzml/05"), page("owed", () -> {}));
        ask(request(RECORD), page("record", () -> {}));
        cache.on(new ObligationsSettled(1));
        ask(request("/bzml/05"), page("met", () -> {}));
        ask(request(RECORD), page("record", () -> {}));
        assertThat(made).hasValue(3);
    }

    private static MockHttpServletRequest request(String place) {
        int mark = place.indexOf('?');
        var request = new MockHttpServletRequest("GET", mark < 0 ? place : place.substring(0, mark));
        request.setQueryString(mark < 0 ? null : place.substring(mark + 1));
        request.addHeader("Accept-Encoding", "gzip");
        request.addHeader("Accept", "text/html,*/*;q=0.8");
        return request;
    }

    private MockHttpServletResponse ask(MockHttpServletRequest request, FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    private FilterChain page(String words, Runnable meanwhile) {
        return (request, response) -> {
            made.incrementAndGet();
            meanwhile.run();
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        };
    }
}
