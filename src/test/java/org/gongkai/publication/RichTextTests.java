package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("M36、F17：正文清洗")
class RichTextTests {

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "hr",
            "h2",
            "h3",
            "h4",
            "strong",
            "em",
            "u",
            "s",
            "sub",
            "sup",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "a",
            "img",
            "html",
            "head",
            "body");
    private static final Set<String> ATTRIBUTES =
            Set.of("href", "rel", "src", "alt", "width", "height", "colspan", "rowspan", "scope", "start");

    static Stream<String> payloads() {
        var payloads = new ArrayList<String>();
        var events = List.of(
                "onclick",
                "onerror",
                "onload",
                "onmouseover",
                "onfocus",
                "onanimationend",
                "ontoggle",
                "onpointerenter",
                "ONERROR",
                "oN\tload");
        var tags = List.of(
                "p", "img src=x", "svg", "body", "details open", "iframe", "video", "table", "a href=#", "marquee");
        for (var tag : tags) {
            for (var event : events) {
                payloads.add("<" + tag + " " + event + "=alert(1)>x");
            }
        }
        var schemes = List.of(
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "java&#9;script:alert(1)",
                "&#106;avascript:alert(1)",
                "javascript&colon;alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:msgbox(1)",
                "//evil.example/x",
                "file:///etc/passwd",
                "blob:x",
                "\u0001javascript:alert(1)",
                "jav\u0000ascript:alert(1)",
                "feed:javascript:alert(1)");
        for (var scheme : schemes) {
            payloads.add("<a href=\"" + scheme + "\">x</a>");
            payloads.add("<img src=\"" + scheme + "\">");
            payloads.add("<form action=\"" + scheme + "\"><button formaction=\"" + scheme + "\">x</button></form>");
            payloads.add("<svg><a xlink:href=\"" + scheme + "\"><text>x</text></a></svg>");
            payloads.add("<iframe src=\"" + scheme + "\"></iframe>");
        }
        payloads.addAll(List.of(
                "<script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<style>*{background:url(javascript:alert(1))}</style>",
                "<p style=\"x:expression(alert(1))\">x</p>",
                "<link rel=stylesheet href=//evil.example>",
                "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
                "<base href=//evil.example/>",
                "<object data=x></object>",
                "<embed src=x>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<?xml ?><img src=x onerror=alert(1)>",
                "<p hx-get=/x hx-trigger=load>x</p>",
                "<p data-hx-get=/x>x</p>",
                "<p id=errors class=notice>x</p>",
                "<p data-print>x</p>",
                "<img src=https://tracker.example/p.gif>",
                "<img src=/attachments/1/../../desk>",
                "<img src='/attachments/1\"onerror=alert(1)'>",
                "<img src=x:x onerror=alert(1)>",
                "<table background=javascript:alert(1)><tr><td background=x>x",
                "<td colspan=99999 rowspan=1e9>x</td>",
                "<textarea><img src=x onerror=alert(1)></textarea>",
                "<title><img src=x onerror=alert(1)></title>",
                "<xmp><img src=x onerror=alert(1)></xmp>",
                "<plaintext><img src=x onerror=alert(1)>",
                "<template><script>alert(1)</script></template>",
                "<input autofocus onfocus=alert(1)>",
                "<select onfocus=alert(1) autofocus>",
                "<a href=\"https://ok.example\" target=_blank onclick=alert(1)>x</a>",
                "<img/src=x/onerror=alert(1)>",
                "\"><script>alert(1)</script>",
                "';alert(1)//",
                "${7*7}",
                "#{7*7}",
                "<%= 7*7 %>",
                "{{constructor.constructor('alert(1)')()}}",
                "<svg/onload=alert(1)>",
                "<svg><animate onbegin=alert(1) attributeName=x></svg>",
                "<svg><script>alert&#40;1)</script></svg>",
                "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></foreignObject></svg>",
                "<form id=x></form><button form=x formaction=javascript:alert(1)>x",
                "<isindex action=javascript:alert(1)>",
                "<frameset onload=alert(1)>",
                "<keygen autofocus onfocus=alert(1)>",
                "<o:p onclick=alert(1)>x</o:p>",
                "<x onclick=alert(1)>x</x>",
                "<p\u000conclick=alert(1)>x",
                "<p/onclick=alert(1)>x",
                "<a href=\"jAvAsCrIpT&colon;alert(1)\">x</a>"));
        return payloads.stream();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothing_active_survives(String payload) {
        var clean = RichText.clean("<p>前</p>" + payload);
        var document = Jsoup.parse(clean);
        for (var element : document.getAllElements()) {
            if (element.normalName().startsWith("#")) {
                continue;
            }
            assertThat(ELEMENTS).as(clean).contains(element.normalName());
            element.attributes().forEach(attribute -> {
                assertThat(ATTRIBUTES).as(clean).contains(attribute.getKey());
                if (attribute.getKey().equals("href")) {
                    assertThat(attribute.getValue()).as(clean).matches("(?i)(https?://|mailto:|tel:|/[^/]|#).*");
                }
                if (attribute.getKey().equals("src")) {
                    assertThat(attribute.getValue()).as(clean).matches("/attachments/[0-9]+");
                }
            });
        }
        assertThat(RichText.clean(clean)).as("cleaning twice changes nothing").isEqualTo(clean);
    }

    @Test
    void there_are_enough_payloads() {
        assertThat(payloads().distinct().count()).isGreaterThanOrEqualTo(200);
    }

    @Test
    @DisplayName("Word、WPS 粘贴来的杂物去掉，内容留下")
    void word_rubbish_goes_and_words_stay() {
        var word =
                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style>p.MsoNormal{mso-style:x}</style>"
                        + "<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body>"
                        + "<p class=MsoNormal style='margin:0cm;mso-line-height:28pt'><span lang=EN-US style='font-family:仿宋_GB2312'>一、<o:p></o:p></span><b>总体要求</b></p>"
                        + "<div class=WordSection1><p><font size=3>第一条&nbsp;内容</font></p></div>"
                        + "<p class=MsoNormal><span style='mso-spacerun:yes'>&nbsp;</span></p>"
                        + "<table class=MsoNormalTable border=1><tr style='height:1cm'><td width=100 colspan=2 style='border:solid'><p>事项</p></td></tr><tr><td rowspan=3>甲</td><td>乙</td></tr></table></body></html>";
        assertThat(RichText.clean(word))
                .isEqualTo(
                        "<p>一、<strong>总体要求</strong></p><p>第一条&nbsp;内容</p><table><tbody><tr><td colspan=\"2\"><p>事项</p></td></tr>"
                                + "<tr><td rowspan=\"3\">甲</td><td>乙</td></tr></tbody></table>");
    }

    @Test
    void plain_text_is_one_line_per_paragraph() {
        assertThat(
                        RichText.plain(
                                "<h2>一</h2><p>二<br>三</p><table><tbody><tr><td>四</td><td>五</td></tr></tbody></table><ul><li>六</li></ul>"))
                .isEqualTo("一\n二\n三\n四\t五\t\n六");
    }

    @Test
    @DisplayName("深层嵌套、超大输入不会拖垮")
    void deep_and_large_input_is_survived() {
        assertThat(RichText.plain(RichText.clean("<div>".repeat(50_000) + "底" + "</div>".repeat(50_000))))
                .isEqualTo("底");
        assertThat(RichText.plain(RichText.clean("<b>".repeat(20_000) + "底"))).isEqualTo("底");
        assertThat(RichText.plain(RichText.clean("<p>" + "<a href=https://x.cn>字</a>".repeat(20_000))))
                .isEqualTo("字".repeat(20_000));
    }
}
