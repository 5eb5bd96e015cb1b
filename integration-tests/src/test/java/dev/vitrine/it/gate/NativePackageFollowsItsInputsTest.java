package dev.vitrine.it.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hash of a native package's inputs changes with whatever decides what the executable does, and with nothing else.
class NativePackageFollowsItsInputsTest {

    @TempDir
    Path tree;

    private String rooms;
    private String media;

    @BeforeEach
    void aCopyOfTheSources() throws Exception {
        for (var part : new String[] {
            "pom.xml", "parent", "shared-model", "media-pipeline", "functions", "infra", "bench", "integration-tests"
        }) {
            copy(Cloud.root().resolve(part), tree.resolve(part));
        }
        rooms = inputs(tree, "rooms");
        media = inputs(tree, "media");
    }

    @Test
    void theSameSourcesHaveTheSameHashAnywhere() throws Exception {
        assertEquals(inputs(Cloud.root(), "rooms"), rooms);
        assertNotEquals(rooms, media);
    }

    @Test
    void aSourceOfTheArtefactChangesItsOwnAlone() throws Exception {
        append("functions/rooms/rooms/src/main/java/dev/vitrine/rooms/package-info.java");
        assertChanged(true, false);
    }

    @Test
    void aResourceOfTheArtefactChangesItsOwnAlone() throws Exception {
        append("functions/media/media/src/main/resources/application.properties");
        assertChanged(false, true);
    }

    @Test
    void aModuleBelowBothChangesBoth() throws Exception {
        append("shared-model/src/main/java/dev/vitrine/model/package-info.java");
        assertChanged(true, true);
    }

    @Test
    void aBuildStepChangesBoth() throws Exception {
        append("functions/platform-deployment/src/main/java/dev/vitrine/platform/deployment/package-info.java");
        assertChanged(true, true);
    }

    @Test
    void aModuleBelowOneChangesThatOne() throws Exception {
        append("functions/platform-hibernate/pom.xml");
        assertChanged(true, false);
    }

    @Test
    void theFlagsInTheParentChangeBoth() throws Exception {
        append("parent/pom.xml");
        assertChanged(true, true);
    }

    @Test
    void whatAllArtefactsAreMadeOfChangesBoth() throws Exception {
        append("functions/capability-parent/pom.xml");
        assertChanged(true, true);
    }

    @Test
    void aNewModuleInTheListChangesNothing() throws Exception {
        append("pom.xml");
        assertChanged(false, false);
    }

    @Test
    void aNewFileChanges() throws Exception {
        append("functions/rooms/rooms/src/main/resources/new.txt");
        assertChanged(true, false);
    }

    @Test
    void testsAndTheStartScriptOfTheJvmChangeNothing() throws Exception {
        append("functions/rooms/rooms/src/test/java/New.java");
        append("functions/platform/src/main/zip.jvm/bootstrap");
        append("infra/local/pom.xml");
        assertChanged(false, false);
    }

    @Test
    void journeysChangeNothing() throws Exception {
        append("functions/rooms/journeys/pom.xml");
        append("functions/rooms/journeys/src/test/java/New.java");
        append("functions/journeys-parent/pom.xml");
        append("integration-tests/kit/src/main/java/New.java");
        assertChanged(false, false);
    }

    private void assertChanged(boolean roomsToo, boolean mediaToo) throws Exception {
        assertEquals(roomsToo, !inputs(tree, "rooms").equals(rooms), "rooms");
        assertEquals(mediaToo, !inputs(tree, "media").equals(media), "media");
    }

    /// As the launcher computes it.
    private static String inputs(Path root, String artefact) throws IOException, InterruptedException {
        var script = "set -euo pipefail; here=$1; . \"$1/functions/native.sh\"; native_inputs \"$2\"";
        var process = new ProcessBuilder("bash", "-c", script, "bash", root.toString(), artefact)
                .redirectErrorStream(true)
                .start();
        var hash = new String(process.getInputStream().readAllBytes()).strip();
        assertEquals(0, process.waitFor(), hash);
        assertEquals(64, hash.length(), hash);
        return hash;
    }

    private void append(String file) throws IOException {
        var place = tree.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, to);
            return;
        }
        if (!Files.isDirectory(from) || from.endsWith("target")) {
            return;
        }
        Files.createDirectories(to);
        try (var children = Files.list(from)) {
            for (var child : (Iterable<Path>) children::iterator) {
                copy(child, to.resolve(child.getFileName()));
            }
        }
    }
}
