package org.gongkai.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一条结果。
 *
 * <p>One result, with the matching words marked in its title and snippet.
 *
 * @param id 内容的编号
 * @param title 标题，命中的字分段标出
 * @param snippet 正文里最相关的一两句，命中的字分段标出
 */
public record SearchHit(
        String id,
        String type,
        List<Fragment> title,
        List<Fragment> snippet,
        String documentNumber,
        String body,
        String area,
        @Nullable LocalDate publishedOn,
        SearchDocument.Lifetime lifetime,
        String url) {

    /** 一段文字。 A run of text, highlighted or not. */
    public record Fragment(String text, boolean matched) {}

    /** 标题原文。 */
    public String plainTitle() {
        var text = new StringBuilder();
        title.forEach(fragment -> text.append(fragment.text()));
        return text.toString();
    }

    /** 摘录停在句子中间，后面还有。 Whether the snippet stops within a sentence. */
    public boolean breaksOff() {
        String text = plainSnippet().strip();
        return !text.isEmpty() && "。！？；…”）》.!?".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    /** 摘录原文。 */
    public String plainSnippet() {
        var text = new StringBuilder();
        snippet.forEach(fragment -> text.append(fragment.text()));
        return text.toString();
    }
}
