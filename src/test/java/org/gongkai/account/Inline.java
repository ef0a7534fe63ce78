package org.gongkai.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/** 页面里能当场执行的东西：内联脚本、样式、事件属性、脚本地址、外来的框架。 What in a page could run or style by itself. */
public final class Inline {

    private Inline() {}

    /** 一样也没有就是空。 */
    public static List<String> of(String html) {
        var found = new ArrayList<String>();
        for (var element : Jsoup.parse(html).getAllElements()) {
            String name = element.normalName();
            if (name.equals("style") || name.equals("iframe") || name.equals("object") || name.equals("embed")) {
                found.add("<" + name + ">");
            }
            if (name.equals("script") && !element.attr("src").startsWith("/")) {
                found.add("script " + element.outerHtml());
            }
            for (var attribute : element.attributes()) {
                String key = attribute.getKey().toLowerCase(Locale.ROOT);
                String value =
                        attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
                boolean address = List.of(
                                "href", "src", "action", "formaction", "xlink:href", "data", "hx-get", "hx-post")
                        .contains(key);
                if (key.startsWith("on")
                        || key.equals("style")
                        || key.equals("srcdoc")
                        || address
                                && (value.startsWith("javascript:")
                                        || value.startsWith("vbscript:")
                                        || value.startsWith("data:text"))) {
                    found.add(name + " " + key + "=" + attribute.getValue());
                }
            }
        }
        return found;
    }
}
