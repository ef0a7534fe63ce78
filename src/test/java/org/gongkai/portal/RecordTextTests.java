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

    @Test
    @DisplayName("表题、起始编号、层层列表、原样文字、分隔线都不丢")
    void loses_nothing() {
        assertThat(MarkdownText.of("""
                        <ol start="3"><li>申请<ul><li>线上</li><li>线下<ol><li>街道窗口</li></ol></li></ul></li><li>审核</li></ol>
                        <pre>编号  金额
                        001   820</pre><hr><blockquote><p>第一条</p><p>第二条</p></blockquote><p>甲<br>乙<br></p>""")).isEqualTo("""
                        3. 申请
                           - 线上
                           - 线下
                             1. 街道窗口
                        4. 审核

                        ```
                        编号  金额
                        001   820
                        ```

                        ---

                        > 第一条
                        >
                        > 第二条

                        甲\\
                        乙""");
    }

    @Test
    @DisplayName("表题在表前；合并的单元格占着它的各列，下面各行仍然对得齐")
    void keeps_tables_aligned() {
        assertThat(
                        MarkdownText.of(
                                "<table><caption>2026 年低保标准</caption><thead><tr><th rowspan=\"2\">类别</th>"
                                        + "<th colspan=\"2\">标准</th></tr><tr><th>月</th><th>年</th></tr></thead>"
                                        + "<tbody><tr><td>城市<br>城镇</td><td><strong>820</strong></td><td>9840</td></tr></tbody></table>"))
                .isEqualTo("""
                        **2026 年低保标准**

                        | 类别 | 标准 |  |
                        | --- | --- | --- |
                        |  | 月 | 年 |
                        | 城市 城镇 | **820** | 9840 |""");
    }
}
