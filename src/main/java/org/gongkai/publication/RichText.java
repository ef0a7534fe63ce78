package org.gongkai.publication;

import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
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
    static final Set<String> BLOCKS = Set.of(
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

    static final Document.OutputSettings OUTPUT = new Document.OutputSettings().prettyPrint(false);

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
        return PlainPassages.holds(html) ? html : scrub(html);
    }

    /** 清洗，不看是不是已经干净。 */
    static String scrub(String html) {
        var tidy = Pasted.tidy(html);
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

    private static String finish(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(OUTPUT);
        var body = document.body();
        var passages = new ArrayList<Element>();
        for (var element : body.getAllElements()) {
            switch (element.normalName()) {
                case "img" -> image(element);
                case "a" -> {
                    if (!element.hasAttr("href")) {
                        element.unwrap();
                    }
                }
                case "td", "th" -> boundSpans(element);
                case "p", "h2", "h3", "h4", "li", "blockquote", "strong", "em", "u", "s" -> passages.add(element);
                default -> {}
            }
        }
        passages.forEach(RichText::dropEmpty);
        passages.forEach(RichText::dropLoneBreak);
        for (var text : body.textNodes()) {
            if (text.text().isBlank()) {
                text.remove();
            } else {
                text.wrap("<p></p>");
            }
        }
        return body.html().replace("\u200b", "").replace("\ufeff", "");
    }

    private static void image(Element image) {
        if (!image.hasAttr("src")) {
            image.remove();
        } else if (!image.hasAttr("alt")) {
            image.attr("alt", "");
        }
    }

    private static void dropEmpty(Element element) {
        if (isBlank(element) && element.select("img, br, table, hr").isEmpty()) {
            element.remove();
        }
    }

    /** 只有一个换行的段落。 */
    private static void dropLoneBreak(Element element) {
        if (element.nameIs("p")
                && element.parent() != null
                && element.childrenSize() == 1
                && element.child(0).nameIs("br")
                && isBlank(element)) {
            element.remove();
        }
    }

    /** 只有空格、不换行空格、全角空格的也算空。 */
    private static boolean isBlank(Element element) {
        return element.nodeStream(TextNode.class).noneMatch(words -> hasWords(words.getWholeText()))
                && element.text().replace('\u00a0', ' ').isBlank();
    }

    /** 有一个字符看得见，不必拼出全文；零宽字符和软连字符要看在哪里。 */
    private static boolean hasWords(String text) {
        return text.chars()
                .anyMatch(c -> !Character.isWhitespace(c) && c != '\u00a0' && c != '\u200b' && c != '\u00ad');
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
        if (PlainPassages.holds(cleanHtml)) {
            return squeezed(PlainPassages.plain(cleanHtml)).strip();
        }
        return parsed(cleanHtml);
    }

    /** 逐个节点取出的纯文本。 */
    static String parsed(String cleanHtml) {
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
