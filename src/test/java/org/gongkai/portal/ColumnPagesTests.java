package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.Publisher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@GongkaiTest
@DisplayName("机构的栏目：一页放不下的，一页页翻下去，一条不漏、不重")
class ColumnPagesTests {

    private static final int MORE_THAN_A_PAGE = 21;
    private static final Pattern RECORD = Pattern.compile("<a href=\"(/xxgk/[^\"]+/[0-9]{4}-[0-9]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    private final MockMvc mvc;
    private final ApplicationContext context;

    ColumnPagesTests(MockMvc mvc, ApplicationContext context) {
        this.mvc = mvc;
        this.context = context;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"zd, RULE", "nb, ANNUAL_REPORT", "nr, ANNOUNCEMENT"})
    @DisplayName("制度、年报、法定主动公开内容")
    void every_record_of_a_column_is_reached(String column, DisclosureType type) throws Exception {
        var body = "COLUMN-" + column.toUpperCase(java.util.Locale.ROOT);
        var publisher = new Publisher(context, body);
        var published = new ArrayList<String>();
        for (int i = 1; i <= MORE_THAN_A_PAGE; i++) {
            published.add(publisher.publish("栏目里的第" + i + "份", type).path());
        }
        var found = new ArrayList<String>();
        var place = "/xxgk/" + body + "/" + column;
        for (String next = place; next != null && found.size() <= MORE_THAN_A_PAGE; ) {
            var page =
                    mvc.perform(get(URI.create(next))).andReturn().getResponse().getContentAsString();
            found.addAll(matches(RECORD, page));
            next = matches(NEXT, page).stream()
                    .findFirst()
                    .map(query -> place + query.replace("&amp;", "&"))
                    .orElse(null);
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(published);
    }

    private static List<String> matches(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
