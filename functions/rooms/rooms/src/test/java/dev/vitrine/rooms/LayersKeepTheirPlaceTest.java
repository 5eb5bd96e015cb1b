package dev.vitrine.rooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The layering of the house. Plain tests, so that they are counted and fail like any other.
class LayersKeepTheirPlaceTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.vitrine");

    @Test
    void rulesKnowNoFrameworkButPersistence() {
        classes()
                .that()
                .resideInAPackage("dev.vitrine.rooms.entity..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "jakarta.persistence..",
                        "dev.vitrine.model..",
                        "dev.vitrine.pipeline",
                        "dev.vitrine.rooms.entity..")
                .check(HOUSE);
    }

    @Test
    void triggersDoNotTouchTheStore() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.rooms.boundary..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.vitrine.rooms.store..")
                .check(HOUSE);
    }

    @Test
    void useCasesKnowNoTriggerAndNoSdk() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.vitrine.rooms.control..", "dev.vitrine.rooms.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.vitrine.rooms.boundary..",
                        "dev.vitrine.platform.edge..",
                        "com.amazonaws..",
                        "software.amazon..",
                        "dev.vitrine.pipeline.local..")
                .check(HOUSE);
    }

    @Test
    void thePlatformKnowsNoCapability() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.vitrine.rooms..", "dev.vitrine.media..", "dev.vitrine.pipeline..")
                .check(HOUSE);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("dev.vitrine.(**)").should().beFreeOfCycles().check(HOUSE);
    }
}
