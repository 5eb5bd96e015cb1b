package dev.vitrine.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Here, and not beside the rules: only with sessions and the driver at hand can every rule be broken.
class EveryRuleFindsWhatBreaksItTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .importPackages("dev.vitrine.broken", "dev.vitrine.sound", "dev.vitrine.platform.knows");
    private static final HouseRules BROKEN = HouseRules.of("broken");
    private static final HouseRules SOUND = HouseRules.of("sound");

    static Stream<Arguments> brokenExamples() {
        return Stream.of(
                Arguments.of(BROKEN.rulesKnowNoFramework(), "LaterRule"),
                Arguments.of(BROKEN.triggersDoNotTouchTheStore(), "ReachThrough"),
                Arguments.of(BROKEN.useCasesKnowNoTriggerAndNoSdk(), "Decide"),
                Arguments.of(BROKEN.storesDecideNothing(), "Things"),
                Arguments.of(BROKEN.theDriverStaysInTheStore(), "AskDriver"),
                Arguments.of(BROKEN.onlyStoresAskTheDatabase(), "AskSession"),
                Arguments.of(BROKEN.onlyStoresAskTheDatabase(), "AskStatements"),
                Arguments.of(BROKEN.noCapabilityKnowsAnother(), "KnowAnother"),
                Arguments.of(BROKEN.theDatabaseIsSpokenToWithoutHibernate(), "AskSession"),
                Arguments.of(BROKEN.noDatabaseIsCarried(), "AskDriver"),
                Arguments.of(HouseRules.thePlatformKnowsNoCapability(), "Capability"),
                Arguments.of(HouseRules.thePlatformAsksTheDatabaseInOnePlace(), "Driver"),
                Arguments.of(HouseRules.noPackagesDependOnEachOtherInACircle(), "Things"));
    }

    @ParameterizedTest
    @MethodSource("brokenExamples")
    void aBrokenExampleIsReportedByName(ArchRule rule, String culprit) {
        var found = rule.evaluate(ALL);
        var report = found.getFailureReport().toString();

        assertTrue(found.hasViolation(), rule.getDescription());
        assertTrue(report.contains(culprit), report);
    }

    static Stream<ArchRule> rulesOfTheSound() {
        return Stream.of(
                SOUND.rulesKnowNoFramework(),
                SOUND.triggersDoNotTouchTheStore(),
                SOUND.useCasesKnowNoTriggerAndNoSdk(),
                SOUND.storesDecideNothing(),
                SOUND.theDriverStaysInTheStore(),
                SOUND.onlyStoresAskTheDatabase(),
                SOUND.noCapabilityKnowsAnother(),
                SOUND.theDatabaseIsSpokenToWithoutHibernate(),
                SOUND.noDatabaseIsCarried());
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheSound")
    void whatKeepsTheRuleIsLeftAlone(ArchRule rule) {
        var found = rule.evaluate(ALL);
        var report = found.getFailureReport().toString();

        assertFalse(found.hasViolation(), report);
    }

    @Test
    void aSettingWithoutBoundsIsReportedAndOneWithThemIsNot() {
        assertEquals(
                List.of(
                        "vitrine.broken.most-things takes -1",
                        "vitrine.broken.most-things takes 2147483647",
                        "vitrine.broken.patience takes -PT1S",
                        "vitrine.broken.patience takes P36600D",
                        "vitrine.broken.worth takes -1",
                        "vitrine.broken.worth takes 2147483647"),
                BoundedSettings.broken(ALL));
    }

    @Test
    void aPomThatNamesAnotherCapabilityIsReported() {
        assertEquals(
                List.of(
                        "the parent must be capability-parent, is vitrine-parent",
                        "ledger is neither the platform nor a module of events",
                        "shop-journeys is neither the platform nor a module of events",
                        "journeys-kit is neither the platform nor a module of events",
                        "platform-test must have the scope test"),
                PomRules.broken(Path.of("src/test/poms/broken.xml")));
        assertEquals(List.of(), PomRules.broken(Path.of("src/test/poms/sound.xml")));
    }
}
