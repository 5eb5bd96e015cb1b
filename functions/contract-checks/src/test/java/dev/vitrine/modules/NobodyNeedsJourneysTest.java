package dev.vitrine.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NobodyNeedsJourneysTest {
    @TempDir
    private Path house;

    @BeforeEach
    void soundModules() throws IOException {
        module("functions/journeys-parent", "vitrine-parent", "journeys-parent", "journeys-kit");
        module("integration-tests", "journeys-parent", "integration-tests");
        module("integration-tests/kit", "vitrine-parent", "journeys-kit", "event-generator");
        module("functions/shop/shop", "capability-parent", "shop", "platform", "shop-events", "ledger-events");
        module("functions/shop/journeys", "journeys-parent", "shop-journeys", "shop-events", "ledger-events");
    }

    @Test
    void thisHouseKeepsTheRule() {
        assertEquals(List.of(), JourneyRules.broken(Path.of(System.getProperty("vitrine.root"))));
    }

    @Test
    void aSoundHouseIsLeftAlone() {
        assertEquals(List.of(), JourneyRules.broken(house));
    }

    @Test
    void whoNeedsAModuleOfJourneysIsReported() throws IOException {
        module("infra/local", "vitrine-parent", "local-cloud", "shop-journeys");
        module("functions/ledger/journeys", "journeys-parent", "ledger-journeys", "shop-journeys", "integration-tests");

        reported(
                "ledger-journeys needs shop-journeys, which is a module of journeys",
                "ledger-journeys needs integration-tests, which is a module of journeys",
                "local-cloud needs shop-journeys, which is a module of journeys");
    }

    @Test
    void whoNeedsTheKitAndIsNoJourneyIsReported() throws IOException {
        module("functions/shop/shop", "capability-parent", "shop", "platform", "journeys-kit");

        reported("shop needs journeys-kit, and is no module of journeys");
    }

    @Test
    void journeysThatNeedAnArtefactOrThePlatformAreReported() throws IOException {
        module("functions/shop/journeys", "journeys-parent", "shop-journeys", "shop", "platform-test", "ledger-events");

        reported(
                "shop-journeys needs shop, which is neither their kit nor a module of events",
                "shop-journeys needs platform-test, which is neither their kit nor a module of events");
    }

    private void reported(String... sentences) {
        assertEquals(List.of(sentences), JourneyRules.broken(house));
    }

    private void module(String folder, String parent, String name, String... needs) throws IOException {
        var dependencies = Stream.of(needs)
                .map(needed -> "<dependency><groupId>dev.vitrine</groupId><artifactId>" + needed
                        + "</artifactId></dependency>")
                .collect(Collectors.joining());
        Files.writeString(
                Files.createDirectories(house.resolve(folder)).resolve("pom.xml"),
                "<project><parent><artifactId>" + parent + "</artifactId></parent><artifactId>" + name
                        + "</artifactId><dependencies>" + dependencies + "</dependencies></project>");
    }
}
