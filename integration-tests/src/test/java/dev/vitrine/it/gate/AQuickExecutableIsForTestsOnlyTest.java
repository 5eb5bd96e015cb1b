package dev.vitrine.it.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An executable that was built quickly stands in for an optimised one where somebody asks for that, and
/// nowhere else. A tree with one artefact, whose inputs are a word.
class AQuickExecutableIsForTestsOnlyTest {
    private static final String LAUNCHER =
            "set -euo pipefail; here=$2; say() { printf '%s\\n' \"$*\" >&2; }; die() { say \"$*\"; exit 1; }; . \"$here/functions/native.sh\"; here=$1;"
                    + " artefacts() { echo shop; }; artefact_folder() { echo functions/shop; };"
                    + " source_hashes() { :; }; modules() { :; }; native_inputs() { echo today; }; ";

    @TempDir
    private Path tree;

    @BeforeEach
    void aPackage() throws IOException {
        Files.writeString(Files.createDirectories(home()).resolve("function.zip"), "");
    }

    private Path home() {
        return tree.resolve("functions/shop/target/native");
    }

    private void stamp(String inputs, String mode) throws IOException {
        Files.writeString(home().resolve("stamp"), inputs + "\na builder\n" + mode + "\n");
    }

    private record Said(int exitCode, String text) {}

    private Said launcher(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "bash",
                        "-c",
                        LAUNCHER + command,
                        "bash",
                        tree.toString(),
                        Cloud.root().toString())
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes()).strip();
        return new Said(process.waitFor(), text);
    }

    @Test
    void anOptimisedOneIsTakenByEverybody() throws Exception {
        stamp("today", "optimised");
        assertEquals("shop", launcher("native_current").text());
        assertEquals(0, launcher("need_native").exitCode());
        assertEquals(0, launcher("native_is_current shop").exitCode());
    }

    @Test
    void aQuickOneIsTakenByWhoAsksAndTold() throws Exception {
        stamp("today", "quick");
        assertTrue(launcher("native_current").text().startsWith("shop: its executable is a quick one"));
        var asked = launcher("export VITRINE_NATIVE_QUICK=1; native_current").text();
        assertTrue(asked.contains("a quick executable runs"), asked);
        assertTrue(asked.lines().anyMatch("shop"::equals), asked);
        assertEquals(0, launcher("need_native").exitCode());
        assertNotEquals(0, launcher("native_is_current shop").exitCode());
    }

    @Test
    void oneOfOtherSourcesIsTakenByNobody() throws Exception {
        stamp("yesterday", "optimised");
        assertEquals(
                "", launcher("export VITRINE_NATIVE_QUICK=1; native_current").text());
        assertNotEquals(0, launcher("need_native").exitCode());
    }

    @Test
    void whoAsksForAnOptimisedOneIsNotServedByAQuickOne() throws Exception {
        stamp("today", "quick");
        var build =
                "native_build() { say built; mkdir -p \"${3%/*}\"; touch \"$3\"; }; need_native_memory() { :; }; native_container=false; ";
        var cache = "native_cache=$here/cache; native_quick=";
        assertEquals(
                "shop: unchanged (quick)",
                launcher(build + cache + "true; native_one shop 'a builder'").text());
        var optimised =
                launcher(build + cache + "false; native_one shop 'a builder'").text();
        assertTrue(optimised.contains("built"), optimised);
        assertEquals("shop", launcher("native_current").text());
        assertEquals(
                "shop: unchanged (optimised)",
                launcher(build + cache + "true; native_one shop 'a builder'").text());
    }
}
