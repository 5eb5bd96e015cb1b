package dev.vitrine.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vitrine.platform.test.LayersKeepTheirPlace;
import org.junit.jupiter.api.Test;

class LayersKeepTheirPlaceTest extends LayersKeepTheirPlace {
    private static final String[] TOPICS = {
        "dev.vitrine.ledger.gifts..",
        "dev.vitrine.ledger.rankings..",
        "dev.vitrine.ledger.news..",
        "dev.vitrine.ledger.erasure..",
        "dev.vitrine.ledger.topups..",
        "dev.vitrine.ledger.wallets..",
        "dev.vitrine.ledger.withdrawals..",
        "dev.vitrine.ledger.income..",
        "dev.vitrine.ledger.statements..",
        "dev.vitrine.ledger.settlement..",
        "dev.vitrine.ledger.audit.."
    };

    LayersKeepTheirPlaceTest() {
        super("ledger", Persistence.DRIVER);
    }

    @Test
    void theCoreKnowsNoTopic() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.ledger.transfers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TOPICS)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.vitrine.ledger"));
    }
}
