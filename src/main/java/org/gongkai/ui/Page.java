package org.gongkai.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gongkai.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * 一个页面除内容以外的一切：文字、操作人、防伪字段、显示方式。每个模板的第一个参数。
 *
 * <p>Everything a template needs besides its content; the first parameter of each template, added by the view as {@code page}.
 */
public interface Page {

    /** 文字。 */
    String t(String key, Object... args);

    Locale locale();

    Actor actor();

    /** 请求路径，不含参数。 */
    String path();

    /** 防伪字段的名字和值；匿名只读页面没有。 */
    @Nullable
    String csrfName();

    @Nullable
    String csrfValue();

    /** 带指纹的静态资源地址，例如 {@code asset("gongkai.css")}。 */
    String asset(String name);

    /** 显示方式：长者版、大字号、高对比等，写在 html 的 class 上。 */
    String modes();

    /** 是否以繁体显示。 */
    boolean traditional();

    Site site();

    /** 装的是虚构的示范数据。 */
    boolean fictional();

    /** 当前操作人看得到的工作台菜单。 */
    List<DeskEntry> entries();

    /**
     * 当前页在不在这一项之下：几项都够得上的，只算最近的一项。
     *
     * <p>Whether this page stands under the entry. Where one entry is nested in another, only the nearest is current.
     */
    default boolean isUnder(DeskEntry entry) {
        return entries().stream()
                .filter(each -> each.isAt(path()))
                .max(Comparator.comparingInt(each -> each.url().length()))
                .filter(nearest -> nearest.url().equals(entry.url()))
                .isPresent();
    }

    /** 菜单里有没有这一处；没有的，页面上也不给链接。 Whether the desk offers this entry to the actor; no link may lead to a refusal. */
    default boolean offers(String url) {
        return entries().stream().anyMatch(entry -> entry.url().equals(url));
    }
}
