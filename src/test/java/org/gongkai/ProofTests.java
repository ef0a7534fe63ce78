package org.gongkai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** 测试自己的规则。 The rules of the tests themselves. */
@AnalyzeClasses(packages = "org.gongkai", importOptions = ImportOption.OnlyIncludeTests.class)
class ProofTests {

    @ArchTest
    static final ArchRule journeys_wait_for_the_district = classes()
            .that(DescribedPredicate.describe("have tests that use the shared district", ProofTests::walksTheDistrict))
            .should()
            .beAnnotatedWith(InDistrict.class)
            .because("unmarked, a journey meets another one in the district and runs where there is no browser");

    private static boolean walksTheDistrict(JavaClass type) {
        return type.getMethods().stream().anyMatch(ProofTests::isTest)
                && type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(SharedDistrict.class));
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }
}
