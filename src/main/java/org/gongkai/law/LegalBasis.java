package org.gongkai.law;

/**
 * 一条法律依据的编号，例如 {@code OGI-26} 是《政府信息公开条例》第二十六条；全部编号在 {@code data/law/statutes.csv}。
 *
 * <p>The code of an article. {@link Statutes} gives its name and text.
 *
 * @param code instrument and article, joined by a hyphen; the instrument alone where the whole of it is meant, as {@code GB54-2019}
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
