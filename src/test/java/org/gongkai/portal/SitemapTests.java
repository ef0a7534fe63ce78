package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.publication.Disclosures;
import org.gongkai.publication.Publisher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@GongkaiTest
@DisplayName("站点地图和订阅：每份不超过五千个地址，合起来一条不漏；没有设置网址就不许留存")
class SitemapTests {

    private static final String BODY = "SITEMAP-CIVIL";
    private static final Pattern PLACE = Pattern.compile("<loc>http://localhost([^<]+)</loc>");

    private final MockMvc mvc;
    private final Disclosures disclosures;
    private final Publisher civil;

    SitemapTests(MockMvc mvc, ApplicationContext context, Disclosures disclosures) {
        this.mvc = mvc;
        this.disclosures = disclosures;
        this.civil = new Publisher(context, BODY);
    }

    @Test
    @DisplayName("从总目录走下去，每一条公开的信息都在其中一份里，撤回的不在")
    void every_record_is_in_one_of_the_maps() throws Exception {
        var kept = civil.publish("关于开放社区食堂的公告");
        var gone = civil.publish("关于社区食堂的公告（误发）");
        civil.withdraw(gone, "误发", null);
        var found = new ArrayList<String>();
        for (String map : places(ask("/sitemap.xml"))) {
            found.addAll(places(ask(map.replace("&amp;", "&"))));
        }
        assertThat(found).doesNotHaveDuplicates().contains("/", kept.path(), "/xxgk/" + BODY + "/nr");
        assertThat(found).doesNotContain(gone.path());
        for (String path : found.stream().filter(each -> each.contains(BODY)).toList()) {
            assertThat(ask(path).getStatus()).as(path).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("分段：每段恰好那么多，首尾相接，不重不漏")
    void runs_meet_and_do_not_overlap() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(civil.publish("第" + i + "号公告").id());
        }
        var together = new ArrayList<Long>();
        disclosures.runs(2).stream().filter(run -> run.body().equals(BODY)).forEach(run -> {
            var lines = disclosures.run(BODY, run.from(), 2);
            assertThat(lines).hasSizeBetween(1, 2);
            lines.forEach(line -> together.add(line.id()));
        });
        assertThat(together).isSorted().doesNotHaveDuplicates().containsAll(all);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/feed", "/sitemap.xml", "/sitemap-pages.xml", "/robots.txt"})
    @DisplayName("没有设置对外网址：里面的网址是读者带来的，谁也不许留存")
    void what_was_made_of_the_readers_address_is_kept_by_nobody(String path) throws Exception {
        var answer = ask(path);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getContentAsString()).contains("http://localhost/");
    }

    @Test
    @DisplayName("没有的机构、没有的领域：404；编号不是数：400")
    void wrong_questions_are_refused() throws Exception {
        assertThat(ask("/sitemap-body.xml?body=NOBODY").getStatus()).isEqualTo(404);
        assertThat(ask("/sitemap-area.xml?area=ZZ").getStatus()).isEqualTo(404);
        assertThat(ask("/sitemap-body.xml?body=" + BODY + "&from=x").getStatus())
                .isEqualTo(400);
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return mvc.perform(get(java.net.URI.create(path))).andReturn().getResponse();
    }

    private static List<String> places(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        return PLACE.matcher(answer.getContentAsString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
