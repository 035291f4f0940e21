package org.scrutineer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Which package may use which, and what the whole code keeps to. */
class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.scrutineer");

    private static final ArchRule ONLY_WORKBOOK_KNOWS_POI = noClasses()
            .that()
            .resideOutsideOfPackage("org.scrutineer.workbook")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans..");

    private static final ArchRule ONLY_RECORDS_KNOWS_DUCKDB = noClasses()
            .that()
            .resideOutsideOfPackage("org.scrutineer.records")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.duckdb..");

    private static final ArchRule READING_NEEDS_NO_POI = noClasses()
            .that()
            .haveSimpleNameStartingWith("Source")
            .or()
            .haveSimpleNameStartingWith("SheetReader")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..");

    private static final ArchRule NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    private static final ArchRule NOBODY_FORMATS_AS_THE_MACHINE_DOES = noClasses()
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase");

    private static final ArchRule PACKAGES_SAY_WHAT_MAY_BE_NULL = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked");

    private static final ArchRule NOTHING_IS_INJECTED_LATER =
            methods().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @Test
    void packagesUseOnlyThosePackagesTheyName() {
        ApplicationModules.of(Scrutineer.class).verify();
    }

    @Test
    void packagesAreTheStagesAReturnPassesThrough() {
        assertThat(ApplicationModules.of(Scrutineer.class).stream()
                        .map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "catalogue",
                        "locks",
                        "files",
                        "parquet",
                        "audit",
                        "accounts",
                        "workbook",
                        "lint",
                        "templates",
                        "records",
                        "intake",
                        "validation",
                        "comparison",
                        "answers",
                        "backup",
                        "retention",
                        "persons",
                        "indicators",
                        "secondopinion",
                        "trends",
                        "reconciliation",
                        "commentary",
                        "disclosure",
                        "publication",
                        "rendering",
                        "distribution",
                        "pipeline",
                        "schedule",
                        "trace",
                        "web",
                        "console");
    }

    @Test
    void onlyWorkbookKnowsPoi() {
        ONLY_WORKBOOK_KNOWS_POI.check(CLASSES);
    }

    @Test
    void onlyRecordsKnowsDuckDb() {
        ONLY_RECORDS_KNOWS_DUCKDB.check(CLASSES);
    }

    @Test
    void workbooksAreReadWithoutPoi() {
        READING_NEEDS_NO_POI.check(CLASSES);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME.check(CLASSES);
    }

    @Test
    void nobodyFormatsAsTheMachineDoes() {
        NOBODY_FORMATS_AS_THE_MACHINE_DOES.check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        PACKAGES_SAY_WHAT_MAY_BE_NULL.check(CLASSES);
    }

    @Test
    void nothingIsInjectedLater() {
        NOTHING_IS_INJECTED_LATER.check(CLASSES);
    }

    /** What breaks the rules on purpose, so that each is seen to notice. */
    static final class Offender {

        org.apache.poi.ss.usermodel.@org.jspecify.annotations.Nullable Workbook workbook;
        org.duckdb.@org.jspecify.annotations.Nullable DuckDBConnection connection;

        LocalDate today() {
            return LocalDate.now();
        }

        String lower(String text) {
            return text.toLowerCase();
        }
    }

    @Test
    void theRulesNoticeAnOffender() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        for (ArchRule rule : List.of(
                ONLY_WORKBOOK_KNOWS_POI,
                ONLY_RECORDS_KNOWS_DUCKDB,
                NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME,
                NOBODY_FORMATS_AS_THE_MACHINE_DOES)) {
            assertThatThrownBy(() -> rule.check(offender)).isInstanceOf(AssertionError.class);
        }
    }
}
