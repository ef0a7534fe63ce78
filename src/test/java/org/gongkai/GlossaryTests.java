package org.gongkai;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gongkai.law.Term;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("术语表：一个中文术语对应一个英文词干")
class GlossaryTests {

    private record Entry(String zh, String en, List<String> doNotSay, String module) {}

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gongkai");

    private final List<Entry> glossary = read();

    @Test
    @DisplayName("代码里标注的术语都在术语表里，而且只用在一个类型上")
    void each_term_in_code_is_in_the_glossary_and_names_one_type() {
        var terms = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Term.class))
                .collect(groupingBy(type -> type.getAnnotationOfType(Term.class).value()));

        assertThat(terms.keySet()).isSubsetOf(glossary.stream().map(Entry::zh).toList());
        terms.forEach((term, types) -> assertThat(types).as(term).hasSize(1));
    }

    @Test
    @DisplayName("标注了术语的类型，名字就是术语表里的英文")
    void a_type_is_named_as_the_glossary_says() {
        for (JavaClass type : CLASSES) {
            if (type.isAnnotatedWith(Term.class)) {
                String term = type.getAnnotationOfType(Term.class).value();
                assertThat(glossary)
                        .filteredOn(entry -> entry.zh().equals(term))
                        .extracting(Entry::en)
                        .containsExactly(type.getSimpleName());
            }
        }
    }

    @Test
    @DisplayName("术语表说不用的词，不出现在本模块的类型名里")
    void a_forbidden_word_names_no_type_of_its_module() {
        for (Entry entry : glossary) {
            assertThat(CLASSES.stream()
                            .filter(type -> type.getPackageName().startsWith("org.gongkai." + entry.module()))
                            .map(JavaClass::getSimpleName)
                            .filter(name -> entry.doNotSay().stream()
                                    .anyMatch(word -> name.matches(".*" + word + "(?![a-z]).*"))))
                    .as("%s: do not say %s", entry.zh(), entry.doNotSay())
                    .isEmpty();
        }
    }

    private static List<Entry> read() {
        try {
            return Files.readAllLines(Path.of("docs/glossary.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cell -> new Entry(
                            cell[0],
                            cell[1],
                            Arrays.stream(cell[4].split("\\|"))
                                    .filter(word -> !word.isBlank())
                                    .toList(),
                            cell[5]))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
