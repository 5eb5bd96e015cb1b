package dev.vitrine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesAreReadFromProcTest {
    private static final long DEADLINE_SECONDS = 30;

    @TempDir
    private Path folder;

    @BeforeEach
    void onLinux() {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")));
    }

    @Test
    void aNameInParenthesesMayHoldBlanks() {
        var stat = "12 (a (b) c) S 1 12 12 0 -1 4194560 100 0 0 0 33 9 0 0 20 0 1 0 100 1000 50";

        assertEquals(42, Figures.ticks(stat));
    }

    @Test
    void whatRunsInTheFolderIsFoundAndNamed() throws Exception {
        var sleeper =
                new ProcessBuilder("sleep", "60").directory(folder.toFile()).start();
        try {
            var processes = Processes.around(
                    ProcessHandle.current().pid(),
                    folder.toRealPath(),
                    (pid, command) -> command.startsWith("sleep") ? "sleeper" : "self");
            var found = awaitTwo(processes);

            assertTrue(found.contains(new Processes.Running(sleeper.pid(), "sleeper")), found.toString());
            assertTrue(
                    found.contains(new Processes.Running(ProcessHandle.current().pid(), "self")), found.toString());
        } finally {
            sleeper.destroyForcibly().waitFor();
        }
    }

    /// A process is listed a moment before it has become its program.
    private static List<Processes.Running> awaitTwo(Processes processes) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        var found = processes.find().get();
        while (found.stream().noneMatch(running -> running.part().equals("sleeper")) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            found = processes.find().get();
        }
        return found;
    }

    @Test
    void timeThatABusyProcessUsesIsCounted() throws Exception {
        var self = ProcessHandle.current().pid();
        var time = ProcessorTime.since(Processes.of(self, "self"));
        var before = Processes.ticks(self);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (Processes.ticks(self) < before + 20 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }

        assertTrue(time.until().get("self") >= 0.2);
    }

    @Test
    void aProcessThatIsGoneUsesNothing() {
        assertEquals(0, Processes.ticks(Long.MAX_VALUE));
    }
}
