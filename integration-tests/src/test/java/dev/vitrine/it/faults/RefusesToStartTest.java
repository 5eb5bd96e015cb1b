package dev.vitrine.it.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.SharedCloud;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What cannot start says why in one line, with an exit code, and leaves nothing running.
class RefusesToStartTest {
    private record Refusal(int exit, String lines) {}

    private static Refusal up(String... options) throws Exception {
        var command = new ArrayList<>(List.of(Cloud.root().resolve("vitrine").toString(), "up"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Refusal(process.exitValue(), lines);
    }

    private static String newData(String name) {
        return SharedCloud.folder().resolve(name).toString();
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refusal = up("--port", "" + taken.getLocalPort(), "--data", newData("port"));
            assertNotEquals(0, refusal.exit());
            assertTrue(refusal.lines().contains("" + taken.getLocalPort()), refusal.lines());
            assertTrue(refusal.lines().contains("--port"), refusal.lines());
        }
    }

    @Test
    void aBadOptionIsAUsageError() throws Exception {
        assertEquals(2, up("--port", "eighty").exit());
        assertEquals(2, up("--port", "70000").exit());
        assertEquals(2, up("--nonsense").exit());
    }

    @Test
    void aDataFolderOfAnotherVersionIsLeftAlone() throws Exception {
        var data = SharedCloud.folder().resolve("other-version");
        Files.createDirectories(data);
        Files.writeString(data.resolve("version"), "vitrine-data 999\n");
        var refusal = up("--data", data.toString(), "--port", "29500");
        assertEquals(1, refusal.exit(), refusal.lines());
        assertTrue(refusal.lines().contains("999"), refusal.lines());
        assertEquals("vitrine-data 999\n", Files.readString(data.resolve("version")));
    }

    @Test
    void aSecondInstanceOnTheSameFolderIsRefused() throws Exception {
        var cloud = SharedCloud.get();
        var refusal = up("--data", cloud.data().toString(), "--port", "29510");
        assertEquals(1, refusal.exit(), refusal.lines());
        assertTrue(refusal.lines().contains("" + cloud.pid()), refusal.lines());
    }

    @Test
    void aFaultInTheCatalogIsNamedWithItsLine() throws Exception {
        var catalog = Files.writeString(
                Files.createTempFile(SharedCloud.folder(), "catalog", ".yaml"),
                Files.readString(Cloud.root().resolve("functions/catalog.yaml"))
                        .replaceFirst("memoryMb: 512", "memoryMb: lots"));
        var refusal = up("--data", newData("catalog"), "--catalog", catalog.toString(), "--port", "29520");
        assertEquals(1, refusal.exit(), refusal.lines());
        assertTrue(refusal.lines().contains("memoryMb"), refusal.lines());
        assertTrue(refusal.lines().matches("(?s).*\\.yaml:\\d+.*"), refusal.lines());
    }
}
