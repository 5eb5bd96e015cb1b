package dev.vitrine.it.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./vitrine native` on a machine that cannot build says in one line what to install, and fails.
class NativeBuildsSayWhatTheyNeedTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void aMissingBuilderIsNamed() throws Exception {
        assertRefused("GRAALVM_HOME is not set", Map.of());
    }

    @Test
    void aFolderWithoutBuilderIsNamed() throws Exception {
        assertRefused("has no bin/native-image", Map.of("GRAALVM_HOME", folder.toString()));
    }

    @Test
    void aBuilderOfAnotherReleaseIsNamed() throws Exception {
        assertRefused("native-image 21.0.2", Map.of("GRAALVM_HOME", builder("echo 'native-image 21.0.2 2024-01-16'")));
    }

    @Test
    void aBuilderThatDoesNotStartIsNamed() throws Exception {
        assertRefused("not able to start", Map.of("GRAALVM_HOME", builder("exit 7")));
    }

    @Test
    void tooLittleMemoryIsToldWithTheBound() throws Exception {
        var heap = 900_000_000;
        assertRefused(
                "needs " + (heap + 1024) + " MB of free memory",
                Map.of(
                        "GRAALVM_HOME",
                        builder("echo 'native-image 25.0.1 2025-10-21'"),
                        "VITRINE_NATIVE_HEAP_MB",
                        "" + heap));
    }

    @Test
    void anUnknownCapabilityIsNamedWithThoseThereAre() throws Exception {
        var told = run(Map.of(), "nonsense");
        assertTrue(told.contains("'nonsense'") && told.contains("media rooms"), told);
    }

    /// @return a GRAALVM_HOME whose `native-image` does this
    private String builder(String script) throws IOException {
        var program = Files.createDirectories(folder.resolve("bin")).resolve("native-image");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.toString();
    }

    private void assertRefused(String expected, Map<String, String> environment) throws Exception {
        var told = run(environment, "media");
        assertTrue(told.startsWith("vitrine: ") && told.contains(expected), told);
    }

    private String run(Map<String, String> environment, String capability) throws Exception {
        var builder = new ProcessBuilder(Cloud.root().resolve("vitrine").toString(), "native", capability)
                .redirectErrorStream(true);
        builder.environment().remove("GRAALVM_HOME");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        var told = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue(), told);
        assertEquals(1, told.lines().count(), told);
        return told;
    }
}
