package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.gongkai.GongkaiTest;
import org.gongkai.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@GongkaiTest
@DisplayName("R-WEB-10 地址一旦给出就不变：机构换了组织机构代码，旧地址照样打得开")
class PublicAddressTests {

    private static final String BODY = "ADDRESS-CIVIL";

    private final MockMvc mvc;
    private final Publisher civil;
    private final Publisher other;

    PublicAddressTests(MockMvc mvc, ApplicationContext context, TestClock clock) {
        this.mvc = mvc;
        this.civil = new Publisher(context, BODY);
        this.other = new Publisher(context, "ADDRESS-OTHER");
        clock.set(LocalDate.of(2026, 9, 30));
    }

    @Test
    @DisplayName("换码以前的打得开，换码以后接着往下编，换回来也不重号；撤回的指得到替代它的")
    void old_addresses_stay() throws Exception {
        var first = civil.publish("关于发放临时救助金的通告");
        civil.organisationCode("00281234X");
        assertThat(page(first.path(), 200)).contains("关于发放临时救助金的通告");
        var second = civil.publish("关于调整临时救助标准的通知");
        assertThat(second.indexNumber()).isEqualTo("00281234X/2026-00002");
        civil.organisationCode("");
        assertThat(civil.publish("关于临时救助档案管理的通知").indexNumber()).isEqualTo(BODY + "/2026-00003");
        assertThat(page(second.path(), 200)).contains("关于调整临时救助标准的通知");

        var replacement = other.publish("关于发放临时救助金的通告（联合印发）");
        civil.withdraw(first, "与联合印发的重复", replacement.indexNumber());
        civil.organisationCode("00281234X");
        assertThat(page(first.path(), 410)).contains("href=\"" + replacement.path() + "\"");
        civil.organisationCode("");
    }

    @Test
    @DisplayName("工作台上指向门户的链接打得开，索引号前段与机构代码不同的也一样")
    void the_desk_links_to_the_portal() throws Exception {
        other.organisationCode("00285678Y");
        var view = other.open(other.publish("关于办理残疾人证的公告").id());
        assertThat(view.indexNumber()).startsWith("00285678Y/");
        assertThat(page(String.valueOf(view.publicPath()), 200)).contains("关于办理残疾人证的公告");
        other.organisationCode("");
    }

    private String page(String path, int status) throws Exception {
        var response = mvc.perform(get(path).accept("text/html")).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(status);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
