package org.gongkai.law;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.GeneratedDocs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("从条款到代码，再从代码到条款")
class StatuteIndexTests {

    private final Statutes statutes = new Statutes();

    @Test
    @DisplayName("代码引用的每一条都登记在册；索引写入文档")
    void every_cited_article_is_known_and_the_index_is_written() {
        SortedMap<String, Set<String>> places = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.gongkai")) {
            if (type.isAnnotatedWith(Basis.class)) {
                note(places, type.getAnnotationOfType(Basis.class), place(type));
            }
            for (JavaMember member : type.getMembers()) {
                if (member.isAnnotatedWith(Basis.class)) {
                    note(places, member.getAnnotationOfType(Basis.class), place(type) + "." + member.getName());
                }
            }
        }

        assertThat(places.keySet())
                .allSatisfy(code ->
                        assertThat(statutes.find(LegalBasis.of(code))).as(code).isPresent());
        GeneratedDocs.architecture("statutes.md", table(places));
    }

    private String table(SortedMap<String, Set<String>> places) {
        return "# 条款与代码\n\n由测试生成。Generated from the annotations in the code.\n\n| 编号 | 条款 | 要求 | 代码 |\n|---|---|---|---|\n"
                + statutes.all().stream()
                        .map(article -> "| %s | %s | %s | %s |"
                                .formatted(
                                        article.basis().code(),
                                        article.citation(),
                                        article.gist(),
                                        String.join(
                                                "、",
                                                places.getOrDefault(
                                                        article.basis().code(), Set.of()))))
                        .collect(joining("\n"))
                + "\n";
    }

    private static void note(SortedMap<String, Set<String>> places, Basis basis, String place) {
        for (String code : basis.value()) {
            places.computeIfAbsent(code, unused -> new TreeSet<>()).add("`" + place + "`");
        }
    }

    private static String place(JavaClass type) {
        return type.getName().substring("org.gongkai.".length());
    }
}
