package dev.vitrine.ledger;

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

    private static final String[] TOPICS = {
        "dev.vitrine.ledger.gifts..",
        "dev.vitrine.ledger.rankings..",
        "dev.vitrine.ledger.news..",
        "dev.vitrine.ledger.topups..",
        "dev.vitrine.ledger.wallets..",
        "dev.vitrine.ledger.withdrawals..",
        "dev.vitrine.ledger.income..",
        "dev.vitrine.ledger.statements..",
        "dev.vitrine.ledger.settlement..",
        "dev.vitrine.ledger.audit.."
    };

    @Test
    void rulesKnowNoFramework() {
        classes()
                .that()
                .resideInAPackage("dev.vitrine.ledger..entity..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", "dev.vitrine.model..", "dev.vitrine.ledger..entity..")
                .check(HOUSE);
    }

    @Test
    void triggersDoNotTouchTheStore() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.ledger..boundary..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.vitrine.ledger..store..")
                .check(HOUSE);
    }

    @Test
    void useCasesKnowNoTriggerAndNoSdk() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.ledger..control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.vitrine.ledger..boundary..",
                        "dev.vitrine.ledger..wiring..",
                        "dev.vitrine.platform.edge..",
                        "com.amazonaws..",
                        "software.amazon..")
                .check(HOUSE);
    }

    @Test
    void storesDecideNothing() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.ledger..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.vitrine.ledger..boundary..",
                        "dev.vitrine.ledger..control..",
                        "dev.vitrine.ledger..wiring..",
                        "dev.vitrine.platform.edge..",
                        "com.amazonaws..")
                .check(HOUSE);
    }

    @Test
    void theDatabaseIsSpokenToWithoutHibernate() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                .check(HOUSE);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("dev.vitrine.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theCoreKnowsNoTopic() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.ledger.transfers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TOPICS)
                .check(HOUSE);
    }
}
