package org.gongkai.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 本平台引用的全部条款。 All articles the platform cites, read from {@code data/law/statutes.csv}. */
@Component
public class Statutes {

    /**
     * 一个条款。
     *
     * @param basis its code
     * @param instrument 法规名称
     * @param article 条款序号，例如“第二十六条”
     * @param gist what it demands, in our words
     */
    public record Article(LegalBasis basis, String instrument, String article, String gist) {

        /** 例如：《中华人民共和国政府信息公开条例》第二十六条。 */
        public String citation() {
            return "《" + instrument + "》" + article;
        }
    }

    private final Map<LegalBasis, Article> articles = new LinkedHashMap<>();

    public Statutes() {
        try (var in = Statutes.class.getResourceAsStream("/data/law/statutes.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/law/statutes.csv is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", 4))
                    .map(cell -> new Article(LegalBasis.of(cell[0]), cell[1], cell[2], cell[3]))
                    .forEach(article -> articles.put(article.basis(), article));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Article> find(LegalBasis basis) {
        return Optional.ofNullable(articles.get(basis));
    }

    public Collection<Article> all() {
        return articles.values();
    }
}
