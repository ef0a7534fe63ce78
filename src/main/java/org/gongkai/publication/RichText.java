package org.gongkai.publication;

import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * 正文的清洗：只留下段落、二至四级标题、列表、表格、引用、链接和本站附件里的图片。
 *
 * <p>Cleans a body on the server, whatever the editor or Word sent. Two walls of different make: the OWASP policy and jsoup's
 * safelist. Style, class, id, event handlers, hx-* and data-* never survive.
 */
final class RichText {

    /** 正文最多这么多字符。 */
    static final int MOST_CHARACTERS = 2_000_000;

    private static final int DEEPEST = 200;
    private static final int MOST_SPAN = 200;
    private static final String[] ELEMENTS = {
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
        "img"
    };
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "table",
            "caption",
            "tr",
            "hr",
            "thead",
            "tbody",
            "tfoot");
    private static final Pattern OWN_IMAGE = Pattern.compile("/attachments/[0-9]{1,18}");
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern START = Pattern.compile("[0-9]{1,4}");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:|tel:|/(?!/)|#)[^\\s<>\"'`\\\\]*");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("src")
            .matching(OWN_IMAGE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(SIZE)
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching(SPAN)
            .onElements("td", "th")
            .allowAttributes("scope")
            .matching(true, "row", "col", "rowgroup", "colgroup")
            .onElements("th")
            .allowAttributes("start")
            .matching(START)
            .onElements("ol")
            .allowTextIn("table", "tr", "ul", "ol")
            .toFactory();

    private static final Safelist SAFE = Safelist.none()
            .addTags(ELEMENTS)
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto", "tel", "#")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer")
            .preserveRelativeLinks(true);

    private static final Document.OutputSettings OUTPUT = new Document.OutputSettings().prettyPrint(false);

    private RichText() {}

    /** 清洗后的 HTML；空正文是空串。 */
    static String clean(String html) {
        if (html.isBlank()) {
            return "";
        }
        if (html.length() > MOST_CHARACTERS) {
            throw new Refused(Refusal.of("publication.bodyTooLong", html.length(), MOST_CHARACTERS));
        }
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return fromText(html);
        }
        var tidy = tidy(html);
        var policed = POLICY.sanitize(tidy);
        return finish(Jsoup.clean(policed, "https://gongkai.invalid/", SAFE, OUTPUT));
    }

    /** 纯文本变成段落。 */
    static String fromText(String text) {
        var html = new StringBuilder();
        Wording.lines(text)
                .lines()
                .filter(line -> !line.isEmpty())
                .forEach(line -> html.append("<p>").append(escape(line)).append("</p>"));
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Word、WPS、网页粘贴来的杂物：条件注释、o:p、字体、层，换成段落和规范的标题。 */
    private static String tidy(String html) {
        var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        var document = Jsoup.parse(html, "", parser);
        document.outputSettings(OUTPUT);
        var body = document.body();
        body.select(
                        "script, style, xml, template, noscript, iframe, object, embed, svg, math, form, head, title, meta, link, base,"
                                + " select, textarea, button, input, audio, video, canvas, frameset, applet, marquee, noembed, noframes,"
                                + " plaintext, xmp, listing")
                .remove();
        removeComments(body);
        body.select("h1").tagName("h2");
        body.select("h5, h6").tagName("h4");
        body.select("b").tagName("strong");
        body.select("i").tagName("em");
        body.select("strike, del").tagName("s");
        body.select(
                        "div, section, article, center, header, footer, main, aside, figure, figcaption, address, dl, dt, dd")
                .forEach(RichText::paragraph);
        return body.html();
    }

    private static void paragraph(Element block) {
        boolean holdsBlocks =
                block.children().stream().anyMatch(child -> child.isBlock() || BLOCKS.contains(child.normalName()));
        if (holdsBlocks) {
            block.before(new TextNode(" "));
            block.unwrap();
        } else {
            block.tagName("p");
        }
    }

    private static void removeComments(Element body) {
        var comments = new java.util.ArrayList<Node>();
        body.traverse((node, depth) -> {
            if (node instanceof Comment) {
                comments.add(node);
            }
        });
        comments.forEach(Node::remove);
    }

    private static String finish(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(OUTPUT);
        var body = document.body();
        body.select("img:not([src])").remove();
        body.select("img:not([alt])").attr("alt", "");
        body.select("a:not([href])").forEach(Element::unwrap);
        body.select("[colspan], [rowspan]").forEach(RichText::boundSpans);
        for (var element : body.select("p, h2, h3, h4, li, blockquote, strong, em, u, s")) {
            if (isBlank(element) && element.select("img, br, table, hr").isEmpty()) {
                element.remove();
            }
        }
        body.select("p:has(> br:only-child)").stream().filter(RichText::isBlank).forEach(Element::remove);
        for (var text : body.textNodes()) {
            if (text.text().isBlank()) {
                text.remove();
            } else {
                text.wrap("<p></p>");
            }
        }
        return body.html().replace("\u200b", "").replace("\ufeff", "");
    }

    /** 只有空格、不换行空格、全角空格的也算空。 */
    private static boolean isBlank(Element element) {
        return element.text().replace('\u00a0', ' ').isBlank();
    }

    private static void boundSpans(Element cell) {
        for (var name : new String[] {"colspan", "rowspan"}) {
            if (cell.hasAttr(name) && Integer.parseInt(cell.attr(name)) > MOST_SPAN) {
                cell.attr(name, String.valueOf(MOST_SPAN));
            }
        }
    }

    /** 遮盖正文文字里的个人信息，标签不动。 Works on the data, never a drawing over it. */
    static String mask(String cleanHtml) {
        var document = Jsoup.parseBodyFragment(cleanHtml);
        document.outputSettings(OUTPUT);
        document.body().traverse((node, depth) -> {
            if (node instanceof TextNode words) {
                words.text(PersonalData.maskAll(words.getWholeText()));
            }
        });
        return document.body().html();
    }

    /** 清洗过的正文的纯文本：一段一行，同一行表格的格子以制表符分开。 */
    static String plain(String cleanHtml) {
        if (cleanHtml.isEmpty()) {
            return "";
        }
        var text = new StringBuilder();
        Jsoup.parseBodyFragment(cleanHtml).body().traverse(new PlainText(text));
        return squeezed(text).strip();
    }

    /** 连续的空格留一个；空格挨着换行、换行挨着换行的，只留一个换行。 */
    private static String squeezed(CharSequence text) {
        var squeezed = new StringBuilder(text.length());
        char waiting = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                waiting = '\n';
            } else if (c == ' ' || c == '\u00a0' || c == '\u3000') {
                waiting = waiting == '\n' ? '\n' : ' ';
            } else {
                if (waiting != 0) {
                    squeezed.append(waiting);
                    waiting = 0;
                }
                squeezed.append(c);
            }
        }
        return squeezed.toString();
    }

    private record PlainText(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' ').replace('\r', ' '));
            } else if (node instanceof Element element) {
                if (BLOCKS.contains(element.normalName())
                        || element.normalName().equals("br")) {
                    text.append('\n');
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (BLOCKS.contains(element.normalName())) {
                    text.append('\n');
                } else if (element.normalName().equals("td")
                        || element.normalName().equals("th")) {
                    text.append('\t');
                }
            }
        }
    }
}
