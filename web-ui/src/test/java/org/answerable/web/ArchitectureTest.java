package org.answerable.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * The rules of the house (docs/architecture.md), over the classes of all modules and the compiled
 * templates. A rule that matches no class fails, so that a renamed package cannot empty a rule.
 */
@AnalyzeClasses(
        packages = {"org.answerable", "gg.jte.generated"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String FOI = "org.answerable.foi";
    private static final String COHORT = "org.answerable.cohort";
    private static final String DIRECTORY = "org.answerable.directory";
    private static final String SPREADSHEET = "org.answerable.spreadsheet";
    private static final String DOCUMENT = "org.answerable.document";
    private static final String WEB = "org.answerable.web";
    private static final String[] WEB_AND_REST = {WEB + "..", "org.answerable..rest.."};

    @ArchTest
    static void every_module_and_the_templates_are_looked_at(JavaClasses classes) {
        Set<String> found =
                classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        Assertions.assertThat(found)
                .contains(FOI, COHORT, DIRECTORY, SPREADSHEET, WEB + ".page")
                .anyMatch(name -> name.startsWith("gg.jte.generated"));
    }

    @ArchTest
    static final ArchRule foi_does_not_know_its_siblings = knowsOnly(FOI, COHORT, DIRECTORY, WEB);

    @ArchTest
    static final ArchRule cohort_does_not_know_its_siblings =
            knowsOnly(COHORT, FOI, DIRECTORY, WEB);

    @ArchTest
    static final ArchRule directory_does_not_know_its_siblings =
            knowsOnly(DIRECTORY, FOI, COHORT, WEB);

    @ArchTest
    static final ArchRule inner_packages_of_foi_are_used_from_foi_only = hidesItsInside(FOI);

    @ArchTest
    static final ArchRule inner_packages_of_cohort_are_used_from_cohort_only =
            hidesItsInside(COHORT);

    @ArchTest
    static final ArchRule inner_packages_of_directory_are_used_from_directory_only =
            hidesItsInside(DIRECTORY);

    @ArchTest
    static final ArchRule the_statutory_clock_is_plain_java =
            classes()
                    .that()
                    .resideInAPackage(FOI + ".clock")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", FOI, FOI + ".clock", FOI + ".law")
                    .because("a due date is worked out by a pure function of dates and law");

    @ArchTest
    static final ArchRule the_law_is_plain_java =
            classes()
                    .that()
                    .resideInAPackage(FOI + ".law")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", FOI, FOI + ".law")
                    .because("the law is data and rules, with no technology in it");

    @ArchTest
    static final ArchRule quantities_are_plain_java =
            classes()
                    .that()
                    .resideInAPackage(COHORT + ".quantity")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", COHORT, COHORT + ".quantity")
                    .because("units and age bands are values");

    @ArchTest
    static final ArchRule statistics_are_pure_functions =
            classes()
                    .that()
                    .resideInAPackage(COHORT + ".statistics")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            COHORT + ".statistics",
                            "org.apache.commons.statistics..",
                            "org.apache.commons.rng..")
                    .because(
                            "a formula knows numbers, and neither tables nor the rest of the module");

    @ArchTest
    static final ArchRule conversions_are_plain_java =
            classes()
                    .that()
                    .resideInAPackage(COHORT + ".conversion")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", COHORT + ".conversion", COHORT + ".quantity")
                    .because("a model is a function of its inputs");

    @ArchTest
    static final ArchRule spreadsheets_know_rows_and_cells_only =
            classes()
                    .that()
                    .resideInAPackage(SPREADSHEET)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..", "javax.xml.stream..", "org.apache.commons.csv..", SPREADSHEET)
                    .because("every module writes its files with it");

    @ArchTest
    static final ArchRule documents_know_pages_only =
            classes()
                    .that()
                    .resideInAPackage(DOCUMENT)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.xml..",
                            "org.w3c.dom..",
                            "org.xml.sax..",
                            "com.openhtmltopdf..",
                            DOCUMENT)
                    .because("every module writes its letters and reports with it");

    @ArchTest
    static final ArchRule http_is_met_at_the_edge_only =
            noClasses()
                    .that()
                    .resideInAPackage("org.answerable..")
                    .and()
                    .resideOutsideOfPackages(WEB_AND_REST)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "jakarta.mvc..", "jakarta.servlet..")
                    .because("a use case is called by a page, a resource and a test alike");

    @ArchTest
    static final ArchRule entities_and_statements_stay_in_the_stores =
            noClasses()
                    .that()
                    .resideInAPackage("org.answerable..")
                    .and()
                    .resideOutsideOfPackages(
                            "org.answerable..store..",
                            COHORT + ".data",
                            COHORT + ".file",
                            COHORT + ".loading",
                            COHORT + ".person",
                            COHORT + ".definition",
                            COHORT + ".measure",
                            WEB + ".wiring")
                    .should()
                    .dependOnClassesThat(
                            are(equivalentTo(jakarta.persistence.EntityManager.class))
                                    .or(resideInAnyPackage("java.sql", "javax.sql")))
                    .because(
                            "only cohort.data, .file, .loading and .person (load by COPY), cohort.definition and .measure (count by set-based"
                                    + " statements) work on rows as their very purpose; web.wiring"
                                    + " only gives the data source its migrations and its health, and"
                                    + " names a lost connection");

    @ArchTest
    static final ArchRule the_wiring_runs_no_statement_of_its_own =
            noClasses()
                    .that()
                    .resideInAPackage(WEB + ".wiring")
                    .and()
                    .doNotHaveSimpleName("Privileges")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.sql.Statement")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.sql.PreparedStatement")
                    .because(
                            "its use of JDBC ends with migrations, the rights of the application's"
                                    + " user, health and error codes");

    @ArchTest
    static final ArchRule no_cycles_between_packages =
            slices().matching("org.answerable.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule building_blocks_of_pages_know_no_module =
            noClasses()
                    .that()
                    .resideInAPackage(WEB + ".page")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FOI + "..", COHORT + "..", DIRECTORY + "..")
                    .because("every module's pages are made from them");

    @ArchTest
    static final ArchRule packages_are_named_by_the_field_not_by_layer =
            classes()
                    .that()
                    .resideInAPackage("org.answerable..")
                    .should()
                    .resideOutsideOfPackages(
                            "..service..",
                            "..impl..",
                            "..util..",
                            "..manager..",
                            "..helper..",
                            "..dto..");

    @ArchTest
    static final ArchRule dates_are_java_time =
            noClasses()
                    .that()
                    .resideInAPackage("org.answerable..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)"
                                    + "|java\\.text\\.(Simple)?DateFormat");

    @ArchTest
    static final ArchRule the_time_comes_from_the_injected_clock =
            noClasses()
                    .that()
                    .resideInAPackage("org.answerable..")
                    .and(are(resideOutsideOfPackage(WEB + ".wiring")))
                    .should(readTheTimeOfTheMachine())
                    .because(
                            "a test must be able to choose the day; only web.wiring makes the clock"
                                    + " that is injected");

    private static ArchRule knowsOnly(String module, String... others) {
        String[] packages = Stream.of(others).map(name -> name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("the web module brings the domain modules together, through ports");
    }

    private static ArchRule hidesItsInside(String module) {
        DescribedPredicate<JavaClass> inside =
                resideInAPackage(module + "..").and(resideOutsideOfPackages(module));
        return classes()
                .that(are(inside))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage(module + "..")
                .because("the root package is the API of its module");
    }

    private static ArchCondition<JavaClass> readTheTimeOfTheMachine() {
        return List.of(
                        LocalDate.class,
                        LocalDateTime.class,
                        ZonedDateTime.class,
                        OffsetDateTime.class,
                        Instant.class,
                        Year.class,
                        YearMonth.class)
                .stream()
                .map(type -> ArchConditions.callMethod(type, "now"))
                .reduce(
                        ArchConditions.callMethod(System.class, "currentTimeMillis")
                                .or(ArchConditions.callMethodWhere(asksForASystemClock())),
                        ArchCondition::or);
    }

    private static DescribedPredicate<JavaMethodCall> asksForASystemClock() {
        return DescribedPredicate.describe(
                "Clock.system*",
                call ->
                        call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system"));
    }
}
