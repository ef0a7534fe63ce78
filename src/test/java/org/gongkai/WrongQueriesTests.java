package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.publication.Validity;
import org.gongkai.search.SearchQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GongkaiTest
@DisplayName("接口的查询参数：写错的得到 400、一句话和编号，从不当作没有写")
class WrongQueriesTests {

    private static final Actor OFFICE = new Actor("wq-office", "王科长", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final MockMvcTester mvc;
    private final CurrentActor current;

    WrongQueriesTests(MockMvc mvc, CurrentActor current) {
        this.mvc = MockMvcTester.create(mvc);
        this.current = current;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/obligations?state=LATE",
                "/obligations?state=MET",
                "/obligations?view=all",
                "/obligations?dueBefore=2026-02-30",
                "/obligations?dueBefore=tomorrow",
                "/obligations?dueBefore=20260930",
                "/obligations?size=0",
                "/obligations?size=-1",
                "/obligations?size=1001",
                "/obligations?size=many",
                "/obligations?cursor=zzz",
                "/obligations?cursor=2026-09-24_",
                "/obligations?body=没有这个局",
                "/obligations?area=没有这个领域",
                "/coverage?by=month",
                "/coverage?by=body,item",
                "/coverage?asOf=yesterday",
                "/coverage?asOf=2026-13-01",
                "/coverage?asOf=%2B999999999-12-31",
                "/disclosures?since=2026-9-1",
                "/disclosures?until=x",
                "/disclosures?type=诗歌",
                "/disclosures?size=99999999999",
                "/disclosures?cursor=abc",
                "/disclosures?body=没有这个局",
                "/disclosures?area=ZZZ",
                "/search?q=低保&size=-5",
                "/search?q=低保&size=1e3",
                "/search?q=低保&cursor=abc",
                "/search?q=低保&year=20x6",
                "/search?q=低保&year=-1",
                "/search?q=低保&type=POEM",
                "/search?q=低保&validity=永远",
                "/search?q=低保&sort=random",
                "/search?q=低保&body=没有这个局",
                "/catalogue/items?size=0",
                "/catalogue/items?cursor=没有这个事项",
                "/catalogue/items?area=没有这个领域",
                "/catalogue/items?body=没有这个局",
                "/bodies?size=0",
                "/bodies?cursor=没有这个局",
                "/bodies?parent=没有这个局",
                "/deadlines/due?start=2026-09-31&limit=20&unit=working-day",
                "/deadlines/due?start=2026-09-24&limit=-1&unit=working-day",
                "/deadlines/due?start=2026-09-24&limit=99999999&unit=working-day",
                "/deadlines/due?start=2026-09-24&limit=20&unit=fortnight",
                "/deadlines/due?start=2026-09-24&limit=20",
                "/deadlines/due?limit=20&unit=working-day",
                "/deadlines/due?start=2026-09-24&limit=20&unit=working-day&roll=maybe",
                "/deadlines/due?start=2026-09-24&limit=20&unit=working-day&pause=2026-10-01",
                "/deadlines/due?start=2026-09-24&limit=20&unit=working-day&pause=2026-10-09/2026-10-01",
                "/deadlines/due?start=2026-09-24&limit=20&unit=working-day&extension=-3",
                "/deadlines/parse",
                "/requests?view=MINE",
                "/requests?size=0",
                "/requests?cursor=2026-02-30_1",
                "/requests?cursor=abc"
            })
    void a_wrong_value_is_refused_with_a_sentence(String query) {
        current.runAs(
                OFFICE,
                () -> assertThat(mvc.get().uri(address(query)))
                        .hasStatus(400)
                        .hasContentTypeCompatibleWith("application/problem+json")
                        .bodyJson()
                        .satisfies(json -> {
                            assertThat(json)
                                    .extractingPath("$.detail")
                                    .asString()
                                    .containsPattern("[一-鿿].*没有保存任何内容");
                            assertThat(json)
                                    .extractingPath("$.reference")
                                    .asString()
                                    .hasSize(8);
                        }));
    }

    private static java.net.URI address(String query) {
        return java.net.URI.create(java.net.URI.create("/api/v1" + query).toASCIIString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/obligations?state=open",
                "/obligations?state=met-on-time",
                "/obligations?state=MET_LATE",
                "/obligations?state=Excused",
                "/obligations?state=void",
                "/obligations?state=&body=&area=&dueBefore=&cursor=&size=",
                "/obligations?item=A99-没有这个事项",
                "/obligations?size=1000",
                "/coverage?by=area,body",
                "/coverage?by=",
                "/disclosures?type=政策文件&since=2026-01-01&until=2026-12-31",
                "/disclosures?item=没有这个事项",
                "/search?q=&size=1000",
                "/search?q=低保&validity=in-force&sort=newest&year=2026&area=社会救助",
                "/catalogue/items?area=社会救助"
            })
    @DisplayName("各种写法都认得；没有写的不限")
    void every_right_spelling_is_understood(String query) {
        current.runAs(
                OFFICE,
                () -> assertThat(mvc.get().uri(address(query)))
                        .hasStatusOk()
                        .bodyJson()
                        .extractingPath("$.items")
                        .asArray()
                        .isNotNull());
    }

    @Test
    @DisplayName("写错的编号不存在，是 404；写错的办理仍是 422")
    void a_missing_thing_is_not_a_wrong_value() {
        assertThat(mvc.get().uri("/api/v1/disclosures/999999999")).hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/bodies/NOBODY")).hasStatus(404);
        current.runAs(OFFICE, () -> {
            assertThat(mvc.get().uri("/api/v1/imports/999999999")).hasStatus(404);
            assertThat(mvc.post()
                            .uri("/api/v1/formations")
                            .contentType("application/json")
                            .content("{\"body\":\"没有这个局\",\"item\":\"x\",\"formedOn\":\"2026-09-01\",\"title\":\"t\"}"))
                    .hasStatus(422);
            assertThat(mvc.post()
                            .uri("/api/v1/formations")
                            .contentType("application/json")
                            .content("{\"body\":\"x\",\"item\":\"x\",\"formedOn\":\"九月\",\"title\":\"t\"}"))
                    .hasStatus(400);
        });
    }

    /** The index states the same rule a second time, as a query; both must always agree. */
    @Test
    @DisplayName("检索用的有效性与发布用的有效性是同样几种")
    void the_states_of_validity_have_the_same_names() {
        List<String> names = new ArrayList<>();
        for (Validity validity : Validity.values()) {
            names.add(validity.name());
        }
        assertThat(SearchQuery.Validity.State.values()).extracting(Enum::name).containsExactlyElementsOf(names);
        assertThat(Validity.on(LocalDate.of(2026, 9, 24), null, null, null)).isEqualTo(Validity.UNSTATED);
    }
}
