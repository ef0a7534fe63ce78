package org.gongkai.publication;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * 粘贴来的正文，先换成规范的标签；安全由后面的两道清洗负责。
 *
 * <p>What an editor, Word or an old site sent, brought to the few proper tags in one walk; the walls that make it safe come after.
 */
final class Pasted {

    private static final int DEEPEST = 200;

    /** 连同内容一起去掉的。 */
    private static final Set<String> DROPPED =
            Set.of(("script style xml template noscript iframe object embed svg math form head title"
                            + " meta link base select textarea button input audio video canvas frameset applet marquee noembed noframes"
                            + " plaintext xmp listing")
                    .split(" "));

    /** 换成规范的名字。 */
    private static final Map<String, String> PROPER =
            Map.of("h1", "h2", "h5", "h4", "h6", "h4", "b", "strong", "i", "em", "strike", "s", "del", "s");

    /** 没有含义的层，换成段落。 */
    private static final Set<String> LAYERS =
            Set.of("div section article center header footer main aside figure figcaption address dl dt dd".split(" "));

    private Pasted() {}

    /** Word、WPS、网页粘贴来的杂物：条件注释、o:p、字体、层，换成段落和规范的标题。 */
    static String tidy(String html) {
        var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        var document = Jsoup.parse(html, "", parser);
        document.outputSettings(RichText.OUTPUT);
        var body = document.body();
        var layers = new ArrayList<Element>();
        body.filter((node, depth) -> {
            if (node instanceof Comment) {
                return FilterResult.REMOVE;
            }
            if (node instanceof Element element) {
                var name = element.normalName();
                if (DROPPED.contains(name)) {
                    return FilterResult.REMOVE;
                }
                var proper = PROPER.get(name);
                if (proper != null) {
                    element.tagName(proper);
                } else if (LAYERS.contains(name)) {
                    layers.add(element);
                }
            }
            return FilterResult.CONTINUE;
        });
        layers.forEach(Pasted::paragraph);
        return body.html();
    }

    private static void paragraph(Element block) {
        boolean holdsBlocks = block.children().stream()
                .anyMatch(child -> child.isBlock() || RichText.BLOCKS.contains(child.normalName()));
        if (holdsBlocks) {
            block.before(new TextNode(" "));
            block.unwrap();
        } else {
            block.tagName("p");
        }
    }
}
