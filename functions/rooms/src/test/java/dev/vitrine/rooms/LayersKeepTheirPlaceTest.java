package dev.vitrine.rooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.vitrine", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersKeepTheirPlaceTest {
    @ArchTest
    static final ArchRule RULES_KNOW_NO_FRAMEWORK = classes()
            .that()
            .resideInAPackage("dev.vitrine.rooms.entity..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "jakarta.persistence..",
                    "dev.vitrine.model..",
                    "dev.vitrine.pipeline",
                    "dev.vitrine.rooms.entity..");

    @ArchTest
    static final ArchRule TRIGGERS_DO_NOT_QUERY = noClasses()
            .that()
            .resideInAPackage("dev.vitrine.rooms.boundary..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.vitrine.rooms.store..");

    @ArchTest
    static final ArchRule USE_CASES_KNOW_NO_TRIGGER = noClasses()
            .that()
            .resideInAnyPackage("dev.vitrine.rooms.control..", "dev.vitrine.rooms.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.vitrine.rooms.boundary..",
                    "dev.vitrine.platform.edge..",
                    "com.amazonaws..",
                    "software.amazon..",
                    "dev.vitrine.pipeline.local..");

    @ArchTest
    static final ArchRule THE_PLATFORM_KNOWS_NO_CAPABILITY = noClasses()
            .that()
            .resideInAPackage("dev.vitrine.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.vitrine.rooms..", "dev.vitrine.media..", "dev.vitrine.pipeline..");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("dev.vitrine.(**)").should().beFreeOfCycles();
}
