package dev.vitrine.chat;

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
    void rulesKnowNoFramework() {
        classes()
                .that()
                .resideInAPackage("dev.vitrine.chat..entity..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "com.hankcs.algorithm", // the trie of the word filter: an algorithm, no framework
                        "dev.vitrine.model..",
                        "dev.vitrine.chat..entity..")
                .check(HOUSE);
    }

    @Test
    void triggersDoNotTouchTheStore() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.chat..boundary..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.vitrine.chat..store..")
                .check(HOUSE);
    }

    @Test
    void useCasesKnowNoTriggerAndNoSdk() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.chat..control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.vitrine.chat..boundary..",
                        "dev.vitrine.chat.wiring..",
                        "dev.vitrine.platform.edge..",
                        "com.amazonaws..",
                        "software.amazon..")
                .check(HOUSE);
    }

    @Test
    void storesDecideNothing() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.chat..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.vitrine.chat..boundary..",
                        "dev.vitrine.chat..control..",
                        "dev.vitrine.chat.wiring..",
                        "dev.vitrine.platform.edge..",
                        "com.amazonaws..")
                .check(HOUSE);
    }

    @Test
    void theDatabaseIsSpokenToWithoutHibernate() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.chat..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                .check(HOUSE);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("dev.vitrine.(**)").should().beFreeOfCycles().check(HOUSE);
    }
}
