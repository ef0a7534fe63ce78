package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公开信息的 Markdown")
class RecordTextTests {

    @Test
    @DisplayName("标题、列表、表格、链接都在，特殊符号转义")
    void keeps_structure() {
        String text = MarkdownText.of("<h2>一、标准</h2><p>每月<strong>820元</strong>*</p><ol><li>城市</li><li>农村</li></ol>"
                + "<table><tr><th>类别</th><th>标准</th></tr><tr><td>城市|城镇</td><td>820</td></tr></table>"
                + "<p><a href=\"/x\">附件</a></p>");
        assertThat(text)
                .contains(
                        "## 一、标准",
                        "每月**820元**\\*",
                        "1. 城市",
                        "2. 农村",
                        "| 类别 | 标准 |",
                        "| --- | --- |",
                        "城市\\|城镇",
                        "[附件](/x)");
    }
}
