package dev.vitrine.it.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stage of the gate that passed with the same inputs need not run again, and the gate says so; one that
/// failed always runs.
class AProvenStageIsToldAndCountedTest {
    private static final String STAGES =
            "set -euo pipefail; here=$1; stage_notes=$1/stages; mkdir -p \"$stage_notes\" \"$1/target\"; rm -f \"$stage_notes\"/*;"
                    + " say() { printf '%s\\n' \"$*\" >&2; }; die() { say \"$*\"; exit 1; }; test_begun=$SECONDS; run_all=false;"
                    + " . \"$2/functions/inputs.sh\"; . \"$2/integration-tests/stages.sh\"; proven_home=$1/proven;"
                    + " passes() { echo 'Tests run: 7, Failures: 0, Errors: 0, Skipped: 2'; };"
                    + " fails() { echo 'Tests run: 3, Failures: 1, Errors: 0, Skipped: 0'; return 1; }; ";

    @TempDir
    private Path folder;

    private String gate(String stages) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "bash", "-c", STAGES + stages + "; closing_lines", "bash", "" + folder, "" + Cloud.root())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static void closes(String said, String... lines) {
        assertTrue(said.endsWith(String.join("\n", lines) + "\n"), said);
    }

    @Test
    void theSameInputsAreNotTriedAgainAndCounted() throws Exception {
        closes(
                gate("stage faults one passes"),
                "of which 0 proven earlier on this machine",
                "5 passed, 0 failed, 2 skipped");
        var again = gate("stage faults one passes");
        assertTrue(again.contains("faults: proven earlier on this machine"), again);
        closes(again, "of which 5 proven earlier on this machine", "5 passed, 0 failed, 2 skipped");
    }

    @Test
    void otherInputsAndOtherStagesAreTried() throws Exception {
        gate("stage faults one passes");
        var other = gate("stage faults two passes; stage journeys one passes");
        closes(other, "of which 0 proven earlier on this machine", "10 passed, 0 failed, 4 skipped");
    }

    @Test
    void whoAsksForAllGetsAll() throws Exception {
        gate("stage faults one passes");
        closes(
                gate("run_all=true; stage faults one passes"),
                "of which 0 proven earlier on this machine",
                "5 passed, 0 failed, 2 skipped");
    }

    @Test
    void aFailureIsNotRemembered() throws Exception {
        for (int n = 0; n < 2; n++) {
            closes(
                    gate("stage faults one fails || true"),
                    "of which 0 proven earlier on this machine",
                    "2 passed, 1 failed, 0 skipped");
        }
    }

    @Test
    void whatRanNoTestProvesNothing() throws Exception {
        gate("stage faults one passes; stage empty one true");
        var again = gate("stage faults one passes; stage empty one true");
        assertTrue(again.contains("empty: runs"), again);
    }
}
