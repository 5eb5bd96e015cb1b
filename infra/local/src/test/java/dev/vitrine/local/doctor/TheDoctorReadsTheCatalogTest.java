package dev.vitrine.local.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.doctor.Check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheDoctorReadsTheCatalogTest {
    private static final String CATALOG = """
            version: 2
            database:
              connections: 50
            artefacts:
              shop:
                schema: shop
                connections: 3
                buckets: [media]
              mail: {}
            functions:
              shop-api:
                artefact: shop
                description: sells
                memoryMb: 256
                timeoutSeconds: 5
                concurrency: 4
                trigger: { invoke: {} }
                uses: [database, objects]
              shop-heal:
                artefact: shop
                description: mends
                memoryMb: 256
                timeoutSeconds: 5
                concurrency: 2
                connections: 1
                trigger: { schedule: rate(1 minute) }
                uses: [database]
              mail-send:
                artefact: mail
                description: sends
                memoryMb: 256
                timeoutSeconds: 5
                concurrency: 1
                trigger: { invoke: {} }
                uses: [internet]
            """;

    @TempDir
    private Path home;

    private Path registry;

    @BeforeEach
    void aRegistry() throws IOException {
        registry = file("functions/catalog.yaml", CATALOG);
    }

    @Test
    void eachArtefactIsOneLineOfWhatIsThereAndWhatItNeeds() {
        var told = Map.of("shop", "current/quick", "mail", "old/none");

        assertEquals(
                List.of(
                        "shop: JVM package, quick executable; needs 14 connections, bucket media",
                        "mail: JVM package of older sources, no executable; needs internet",
                        "database: 14 of 50 connections when every function runs as often as it may"),
                lines(CatalogChecks.all(registry, told)));
    }

    @Test
    void whatIsNotBuiltYetIsNoObstacleWhereItCanBeBuilt() {
        var checks = CatalogChecks.all(registry, Map.of("shop", "none/none", "mail", "none/old"));

        assertEquals(
                "shop: no JVM package, no executable; needs 14 connections, bucket media",
                lines(checks).getFirst());
        assertTrue(checks.getFirst().look() instanceof Finding.Ok);
    }

    @Test
    void anArchiveIsLookedAtAndWhatItLacksIsAnObstacle() throws IOException {
        file("functions/shop/shop/function.zip", "");
        file("functions/shop/shop/native/function.zip", "");

        var checks = CatalogChecks.all(registry, Map.of());

        assertEquals(
                "shop: JVM package, optimised executable; needs 14 connections, bucket media",
                lines(checks).getFirst());
        assertTrue(checks.getFirst().look() instanceof Finding.Ok);
        assertTrue(checks.get(1).look() instanceof Finding.Problem, () -> lines(checks)
                .toString());
    }

    @Test
    void ofWhatNobodyToldTheAgeIsNotClaimed() throws IOException {
        file("functions/shop/shop/target/function.zip", "");
        file("functions/shop/shop/target/native/function.zip", "");

        var found = lines(CatalogChecks.all(registry, Map.of())).getFirst();

        assertTrue(found.startsWith("shop: JVM package of unknown age, executable of unknown age;"), found);
    }

    @Test
    void aRegistryThatCannotBeUsedIsOneProblemThatNamesEachLine() throws IOException {
        file("functions/catalog.yaml", CATALOG.replace("connections: 50", "connections: 20"));

        var checks = CatalogChecks.all(registry, Map.of());

        assertEquals(1, checks.size());
        assertTrue(checks.getFirst().look() instanceof Finding.Problem);
        var found = lines(checks).getFirst();
        assertTrue(found.contains("catalog.yaml:") && found.contains("connections do not suffice"), found);
    }

    @Test
    void aRegistryThatIsNotThereIsAProblem() {
        var checks = CatalogChecks.all(home.resolve("nowhere.yaml"), Map.of());

        assertTrue(checks.getFirst().look() instanceof Finding.Problem);
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CatalogChecks.all(registry, Map.of("shop", "current")));
        assertThrows(IllegalArgumentException.class, () -> CatalogChecks.all(registry, Map.of("shop", "new/quick")));
    }

    private static List<String> lines(List<Check> checks) {
        return checks.stream()
                .map(check -> check.name() + ": " + check.look().found())
                .toList();
    }

    private Path file(String name, String text) throws IOException {
        var file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
