package dev.vitrine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongUseEndsInOneLineTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --port abc",
                "up --port 80",
                "up --port 65535",
                "up --rtmp-port -1",
                "up --port 28080 --rtmp-port 28083",
                "up --prot 28080",
                "up --port",
                "up extra",
                "up --home /nowhere/at/all",
                "up --catalog /nowhere/catalog.yaml",
                "down",
                "doctor --port x",
            })
    void aBadCommandLineIsToldInOneLineAndCodeTwo(String line) {
        assertEquals(Main.WRONG_USE, run(line.split(" ")));
        assertOneLine("vitrine: ");
    }

    @Test
    void aTakenPortIsToldInOneLineAndCodeOne() throws IOException {
        int base = FreePorts.row();
        Path catalog = Files.writeString(folder.resolve("catalog.yaml"), "version: 1\n");
        try (ServerSocket taken = new ServerSocket(base + 2, 1, InetAddress.getLoopbackAddress())) {
            int code = run(
                    "up",
                    "--port=" + base,
                    "--rtmp-port=" + FreePorts.one(),
                    "--data=" + folder.resolve("data"),
                    "--catalog=" + catalog);

            assertEquals(Main.FAILED, code);
            assertOneLine("vitrine: port " + taken.getLocalPort() + " for SQS is in use");
        }
    }

    @Test
    void theDoctorNamesTheProblemAndWhatToDo() throws IOException {
        int base = FreePorts.row();
        int rtmp = FreePorts.one();
        try (ServerSocket _ = new ServerSocket(base, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(Main.FAILED, run("doctor", "--port=" + base, "--rtmp-port=" + rtmp, "--data=" + folder));
        }
        String table = out.toString();
        assertTrue(table.contains("JDK            ok"), table);
        assertTrue(table.matches("(?s).*port " + base + "\\s+PROBLEM\\s+in use: .*--port.*"), table);
        assertTrue(table.contains("port " + rtmp), table);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private void assertOneLine(String start) {
        String told = err.toString();
        assertTrue(told.startsWith(start), told);
        assertEquals(1, told.lines().count(), told);
    }
}
