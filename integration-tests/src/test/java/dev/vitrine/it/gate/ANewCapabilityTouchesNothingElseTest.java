package dev.vitrine.it.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A capability is a folder, its web feature's folder, lines of the catalogue, one module and a row of the README; it
/// builds, passes its own checks and answers at once, and nothing of another artefact is built for it. The
/// gate finds its journeys.
class ANewCapabilityTouchesNothingElseTest {
    private static final String NAME = "gift-cards";
    private static final Set<String> MAY_GROW = Set.of("README.md", "functions/catalog.yaml", "pom.xml");
    private static final Set<String> MAY_COME =
            Set.of("functions/" + NAME + "/", "clients/web/src/features/" + NAME + "/");

    @TempDir
    Path folder;

    @Test
    void whatItTouchesIsItsOwnAndItAnswersAtOnce() throws Exception {
        var tree = SourceTree.copy(folder.resolve("tree"));
        var before = tree.inputs();

        tree.bash("./vitrine new capability " + NAME);

        nothingElseChanged(tree);
        var after = tree.inputs();
        assertTrue(after.keySet().contains(NAME), after::toString);
        after.remove(NAME);
        assertEquals(before, after);
        tree.bash("./mvnw -B -ntp -q -o -pl functions/gift-cards/gift-cards,functions/gift-cards/journeys -am verify"
                + " -Dtest='dev/vitrine/giftcards/**/*Test' -Dsurefire.failIfNoSpecifiedTests=false");
        tree.buildWebClient();
        theGateFindsAndRunsItsJourneys(tree);
        itAloneWasBuilt(tree);
    }

    @Test
    void anErrorLeavesNothingBehind() throws Exception {
        var tree = SourceTree.copy(folder.resolve("tree"));

        for (var wrong : List.of(
                "Gifts",
                "gift cards",
                "class",
                "rooms",
                "platform",
                "local-cloud",
                "journeys",
                "x-",
                "a --what",
                "user",
                "pg-stats")) {
            var said = assertThrows(AssertionError.class, () -> tree.bash("./vitrine new capability " + wrong));
            assertEquals(
                    1,
                    said.getMessage()
                            .lines()
                            .filter(line -> line.startsWith("vitrine: new: "))
                            .count(),
                    wrong);
        }

        assertEquals(List.of(), tree.bash("git status --porcelain"));
    }

    private static void nothingElseChanged(SourceTree tree) throws Exception {
        for (var line : tree.bash("git status --porcelain")) {
            var file = line.substring(3);
            assertTrue(line.startsWith("??") ? MAY_COME.contains(file) : MAY_GROW.contains(file), line);
        }
        for (var line : tree.bash("git diff --numstat")) {
            assertEquals("0", line.split("\\t")[1], "lines that went: " + line);
        }
    }

    private static void theGateFindsAndRunsItsJourneys(SourceTree tree) throws Exception {
        assertTrue(tree.gate("suites").contains("gift-cards-journeys functions/gift-cards/journeys"));
        assertTrue(tree.gate("unit_modules").stream().noneMatch(line -> line.endsWith("/journeys")));
        var ports = System.getProperty("vitrine.it.first-port", "21000");
        var said = tree.gate("MAVEN_ARGS=-o run_suite gift-cards-journeys false " + ports);
        assertTrue(said.stream().anyMatch(line -> line.contains("Tests run: 2, Failures: 0")), said::toString);
    }

    /// As the local cloud that its journeys start says.
    private static void itAloneWasBuilt(SourceTree tree) throws Exception {
        var built = tree.bash("grep '^building ' functions/gift-cards/journeys/target/clouds/*/shared.console");
        assertEquals(1, built.size(), built::toString);
        assertTrue(built.getFirst().startsWith("building functions/gift-cards/gift-cards ("), built::toString);
    }
}
