package dev.vitrine.it.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Executables are made while suites run that need none; those that need them wait, and run none of an earlier
/// day when one cannot be made.
class ExecutablesAreMadeBesideWhatNeedsNoneTest {
    private static final String GATE =
            "set -euo pipefail; here=$1; stage_notes=$1/stages; mkdir -p \"$stage_notes\" \"$1/target\"; run_all=false;"
                    + " say() { printf '%s\\n' \"$*\" >&2; }; die() { say \"$*\"; exit 1; }; test_begun=$SECONDS;"
                    + " . \"$2/functions/inputs.sh\"; . \"$2/integration-tests/stages.sh\";"
                    + " source <(sed '/stages.sh\\|bench.sh/d' \"$2/integration-tests/run.sh\"); proven_home=$1/proven;"
                    + " suites() { printf '%s\\n' 'journeys journeys' 'pages pages'; }; suite_inputs() { echo one; };"
                    + " run_suite() { echo \"$1 $2\" >>\"$here/order\"; echo 'Tests run: 1, Failures: 0, Errors: 0, Skipped: 0'; };"
                    + " compile_suites() { :; }; maven() { :; }; native_builder() { echo a builder; }; need_native() { die none; };"
                    // an executable takes until the pages were seen, at most ten seconds
                    + " awaits_pages() { for _ in {1..100}; do ! grep -q pages \"$here/order\" 2>/dev/null || return 0; sleep 0.1; done; return 1; };"
                    + " make_native() { awaits_pages; echo natives >>\"$here/order\"; }; ";

    @TempDir
    private Path folder;

    @BeforeEach
    void aSuiteThatRunsFunctionsAndOneThatRunsNone() throws IOException {
        for (var suite : List.of("journeys", "pages")) {
            Files.createDirectories(folder.resolve(suite));
        }
        Files.writeString(folder.resolve("journeys/ShowTest.java"), "var cloud = SharedCloud.get();");
        Files.writeString(folder.resolve("pages/PagesTest.java"), "BrowserScript.run();");
    }

    private int gate(String script) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", GATE + script, "bash", "" + folder, "" + Cloud.root())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
    }

    private List<String> order() throws IOException {
        return Files.readAllLines(folder.resolve("order"));
    }

    @Test
    void whatRunsFunctionsWaitsForThem() throws Exception {
        assertEquals(0, gate("begin_natives; run_all_suites true"), () -> read("said"));

        assertEquals(List.of("pages false", "natives", "journeys true"), order());
        assertTrue(read("stages/natives").startsWith("natives done"), () -> read("stages/natives"));
    }

    @Test
    void withoutAnExecutableNothingRunsFunctionsAndTheGateIsRed() throws Exception {
        var status = gate("make_native() { awaits_pages; die 'no memory'; }; begin_natives; run_all_suites true");

        assertEquals(1, status, () -> read("said"));
        assertEquals(List.of("pages false"), order());
        assertTrue(read("said").contains("no memory"), () -> read("said"));
        assertTrue(read("stages/natives").startsWith("natives failed"), () -> read("stages/natives"));
    }

    @Test
    void aRedGateEndsWhatItBegan() throws Exception {
        var status = gate("make_native() { sleep 2; echo natives >>\"$here/order\"; }; begin_natives; die red");

        assertEquals(1, status, () -> read("said"));
        Thread.sleep(3_000);
        assertFalse(Files.exists(folder.resolve("order")), "the build went on");
    }

    @Test
    void whatIsThereIsNotMade() throws Exception {
        assertEquals(0, gate("need_native() { :; }; begin_natives; run_all_suites true"), () -> read("said"));

        assertEquals(List.of("pages false", "journeys true"), order());
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
