package org.gongkai;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.law.Basis;
import org.gongkai.law.LegalBasis;
import org.gongkai.law.Statutes;
import org.springframework.context.annotation.Lazy;

/** 建筑规则。 The rules of the house. */
@AnalyzeClasses(packages = "org.gongkai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> MAPPING = Set.of(
            "org.springframework.data.annotation",
            "org.springframework.data.relational.core.mapping",
            "org.springframework.data.domain");

    @ArchTest
    static final ArchRule time_is_asked_of_the_clock = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("now"))
                    .and(target(rawParameterTypes(new Class<?>[0])))
                    .and(target(owner(DescribedPredicate.describe(
                            "java.time",
                            (JavaClass type) -> type.getPackageName().startsWith("java.time"))))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("one Clock bean in Asia/Shanghai tells the time");

    @ArchTest
    static final ArchRule web_types_are_private = classes()
            .that()
            .resideInAPackage("..web..")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("nobody calls a controller");

    @ArchTest
    static final ArchRule packages_are_named_after_the_work = noClasses()
            .should()
            .resideInAnyPackage(Stream.of(
                            "util",
                            "utils",
                            "common",
                            "helper",
                            "helpers",
                            "impl",
                            "dto",
                            "vo",
                            "service",
                            "services",
                            "controller",
                            "controllers",
                            "entity",
                            "entities",
                            "manager",
                            "repository")
                    .map(name -> ".." + name + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule types_are_not_named_after_their_transport = noClasses()
            .that(DescribedPredicate.describe("are data", JavaClass::isRecord))
            .should()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("VO")
            .because("use Form, View, Payload");

    @ArchTest
    static final ArchRule aggregates_know_no_spring = noClasses()
            .that(DescribedPredicate.describe("are aggregates", ArchitectureTests::isAggregate))
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "Spring, except mapping annotations",
                    type -> type.getPackageName().startsWith("org.springframework")
                            && !MAPPING.contains(type.getPackageName())))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule cycles_are_not_hidden = noClasses()
            .should()
            .beAnnotatedWith(Lazy.class)
            .orShould()
            .dependOnClassesThat(simpleName(Lazy.class.getSimpleName()));

    @ArchTest
    static final ArchRule answers_are_whole_before_they_start = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleName("StreamingResponseBody")
            .because("its asynchronous dispatch passes no token filter and breaks off in the middle");

    @ArchTest
    static final ArchRule fields_are_not_injected = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because("constructors say what a class needs");

    @ArchTest
    static void every_basis_exists(JavaClasses classes) {
        var statutes = new Statutes();
        List<String> unknown = new ArrayList<>();
        for (var type : classes) {
            List<HasAnnotations<?>> places = new ArrayList<>(type.getMembers());
            places.add(type);
            for (var place : places) {
                for (var code : codes(place)) {
                    if (statutes.find(LegalBasis.of(code)).isEmpty()) {
                        unknown.add(code + " at " + place);
                    }
                }
            }
        }
        assertThat(unknown).as("@Basis codes missing in data/law/statutes.csv").isEmpty();
    }

    private static String[] codes(HasAnnotations<?> place) {
        return place.tryGetAnnotationOfType(Basis.class).map(Basis::value).orElse(new String[0]);
    }

    private static boolean isAggregate(JavaClass type) {
        return type.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(annotation ->
                        annotation.getName().equals("org.springframework.data.relational.core.mapping.Table"));
    }
}
