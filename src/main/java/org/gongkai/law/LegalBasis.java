package org.gongkai.law;

/**
 * 一条法律依据的编号，例如 {@code OGI-26} 是《政府信息公开条例》第二十六条，{@code OGI-33-2} 是第三十三条第二款。
 *
 * <p>The code of an article. {@link Statutes} gives its name and text.
 *
 * @param code instrument, article and optionally paragraph, joined by hyphens
 */
public record LegalBasis(String code) {

    public LegalBasis {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a legal basis needs a code");
        }
    }

    public static LegalBasis of(String code) {
        return new LegalBasis(code);
    }
}
