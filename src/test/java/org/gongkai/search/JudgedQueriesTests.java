package org.gongkai.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.SharedData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("检索质量：居民问法的判定集（../shared/data/retrieval）")
class JudgedQueriesTests {

    /** 字二元组 BM25 的参考线 0.898，见数据说明。 */
    private static final double REFERENCE_MRR = 0.898;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("平均倒数排名不低于字二元组的参考线")
    void ranks_at_least_as_well_as_the_reference() throws IOException {
        SharedData.need("retrieval/dev_queries.tsv");
        try (var index = new LuceneIndex(folder, List::of, Runnable::run)) {
            index.put(corpus());

            double mrr = mrr(index, "dev_queries.tsv");
            System.out.printf("MRR dev %.3f, hard %.3f%n", mrr, mrr(index, "hard_dev_queries.tsv"));

            assertThat(mrr).isGreaterThanOrEqualTo(REFERENCE_MRR);
        }
    }

    private static double mrr(SearchIndex index, String file) throws IOException {
        Map<String, List<String>> relevant = new HashMap<>();
        Map<String, String> text = new LinkedHashMap<>();
        Files.readAllLines(SharedData.need("retrieval/" + file)).stream()
                .skip(1)
                .forEach(line -> {
                    String[] cell = line.split("\t");
                    text.put(cell[0], cell[1]);
                    relevant.computeIfAbsent(cell[0], unused -> new ArrayList<>())
                            .add(cell[2]);
                });
        double sum = 0;
        for (var query : text.entrySet()) {
            var hits = index.search(SearchQuery.of(query.getValue()).size(10)).hits();
            for (int rank = 0; rank < hits.size(); rank++) {
                if (relevant.getOrDefault(query.getKey(), List.of())
                        .contains(hits.get(rank).id())) {
                    sum += 1.0 / (rank + 1);
                    break;
                }
            }
        }
        return sum / text.size();
    }

    private static List<SearchDocument> corpus() throws IOException {
        var documents = new ArrayList<SearchDocument>();
        var json = JsonMapper.builder().build();
        for (String file : List.of("policy_and_other", "messages", "local_regulations", "national_regulations")) {
            for (String line : Files.readAllLines(SharedData.need("docs/" + file + ".jsonl"))) {
                JsonNode node = json.readTree(line);
                String text = text(node, "text") + text(node, "question") + text(node, "answer");
                documents.add(new SearchDocument(
                        text(node, "id"),
                        "d",
                        text(node, "title"),
                        text,
                        text(node, "doc_no"),
                        "B",
                        "A",
                        null,
                        SearchDocument.Lifetime.UNSTATED,
                        "/"));
            }
        }
        return documents;
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asString() : "";
    }
}
