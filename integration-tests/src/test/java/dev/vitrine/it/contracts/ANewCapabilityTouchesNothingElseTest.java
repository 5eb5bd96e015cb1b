package dev.vitrine.it.contracts;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.LocalDatabase;
import dev.vitrine.it.support.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A capability is a folder, its web feature's folder, lines of the catalogue, one module and a row of the README; it
/// builds, passes its own checks and answers at once, and nothing of another artefact is built for it.
class ANewCapabilityTouchesNothingElseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
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
        tree.bash("./mvnw -B -ntp -q -o -pl functions/gift-cards/gift-cards -am verify"
                + " -Dtest='dev/vitrine/giftcards/**/*Test' -Dsurefire.failIfNoSpecifiedTests=false");
        tree.keepWebClient();
        try (var cloud = Cloud.start(tree.home(), folder.resolve("data"))) {
            itAloneWasBuilt(cloud);
            itAnswersAndItsEventLeaves(cloud);
        }
    }

    @Test
    void anErrorLeavesNothingBehind() throws Exception {
        var tree = SourceTree.copy(folder.resolve("tree"));

        for (var wrong :
                List.of("Gifts", "gift cards", "class", "rooms", "platform", "local-cloud", "x-", "a --what")) {
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

    private static void itAloneWasBuilt(Cloud cloud) throws Exception {
        var built = Files.readAllLines(cloud.log()).stream()
                .filter(line -> line.startsWith("building "))
                .toList();
        assertEquals(1, built.size(), built::toString);
        assertTrue(built.getFirst().startsWith("building functions/gift-cards/gift-cards ("), built::toString);
    }

    private static void itAnswersAndItsEventLeaves(Cloud cloud) {
        var ann = cloud.as("ann", "viewer");
        var written = ann.post("/v1/" + NAME, Map.of("text", "Tea at five"))
                .expect(201)
                .json();

        var id = written.path("id").asText();
        assertEquals(written, ann.get("/v1/" + NAME + "/" + id).expect(200).json());
        cloud.as("mallory", "viewer").get("/v1/" + NAME + "/" + id).expect(404);
        try (var database = LocalDatabase.of(cloud)) {
            eventually(
                    "the event has left the outbox",
                    PATIENCE,
                    () -> database.number("select count(*) from gift_cards.outbox"),
                    left -> left == 0);
        }
    }
}
