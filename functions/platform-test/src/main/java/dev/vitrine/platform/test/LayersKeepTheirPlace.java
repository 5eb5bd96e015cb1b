package dev.vitrine.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The layering of the house and of its poms, held by every artefact: its test class extends this one and says what the
/// capability is called. Plain tests, so that they are counted and fail like any other.
public abstract class LayersKeepTheirPlace {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.vitrine");

    private final HouseRules rules;
    private final Persistence persistence;

    /// How the capability keeps what it knows (decision 2026-11-30, Hibernate or the driver).
    public enum Persistence {
        NONE,
        DRIVER,
        HIBERNATE
    }

    /// @param alsoKnownToRules packages that entities may use beside the JDK and the shared model
    protected LayersKeepTheirPlace(String capability, Persistence persistence, String... alsoKnownToRules) {
        this.rules = HouseRules.of(capability, alsoKnownToRules);
        this.persistence = persistence;
    }

    @Test
    void rulesKnowNoFramework() {
        check(rules.rulesKnowNoFramework());
    }

    @Test
    void triggersDoNotTouchTheStore() {
        check(rules.triggersDoNotTouchTheStore());
    }

    @Test
    void useCasesKnowNoTriggerAndNoSdk() {
        check(rules.useCasesKnowNoTriggerAndNoSdk());
    }

    @Test
    void storesDecideNothing() {
        check(rules.storesDecideNothing());
    }

    @Test
    void theDriverStaysInTheStore() {
        check(rules.theDriverStaysInTheStore());
    }

    @Test
    void onlyStoresAskTheDatabase() {
        check(rules.onlyStoresAskTheDatabase());
    }

    @Test
    void noCapabilityKnowsAnother() {
        check(rules.noCapabilityKnowsAnother());
    }

    @Test
    void theDatabaseIsSpokenToAsDecided() {
        switch (persistence) {
            case NONE -> check(rules.noDatabaseIsCarried());
            case DRIVER -> check(rules.theDatabaseIsSpokenToWithoutHibernate());
            case HIBERNATE -> check(rules.theDriverStaysInTheStore());
        }
    }

    @Test
    void thePlatformKnowsNoCapability() {
        check(HouseRules.thePlatformKnowsNoCapability());
    }

    @Test
    void thePlatformAsksTheDatabaseInOnePlace() {
        check(HouseRules.thePlatformAsksTheDatabaseInOnePlace());
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        check(HouseRules.noPackagesDependOnEachOtherInACircle());
    }

    @Test
    void everyNumberAndDurationThatCanBeSetHasBounds() {
        assertEquals(List.of(), BoundedSettings.broken(HOUSE));
    }

    @Test
    void thePomNamesThePlatformAndEventsAlone() {
        assertEquals(List.of(), PomRules.broken(Path.of("pom.xml")));
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }
}
