package dev.vitrine.local.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.ChildJvm;
import dev.vitrine.local.Eventually;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoProcessOutlivesTheLocalCloudTest {

    @TempDir
    Path folder;

    private final List<Long> children = new ArrayList<>();
    private long watcher;

    @Test
    void theWatcherStopsEverythingWhenTheLocalCloudIsKilled() throws Exception {
        Process cloud = start();

        cloud.destroyForcibly().waitFor();

        for (long child : children) {
            Eventually.holds("child " + child + " gone", () -> !ChildJvm.runs(child));
        }
        Eventually.holds("watcher gone", () -> !ChildJvm.runs(watcher));
    }

    @Test
    void theNextStartStopsWhatOutlivedTheWatcherToo() throws Exception {
        Process cloud = start();
        ProcessHandle.of(watcher).orElseThrow().destroyForcibly();
        Eventually.holds("watcher gone", () -> !ChildJvm.runs(watcher));
        cloud.destroyForcibly().waitFor();
        assertTrue(ChildJvm.runs(children.getFirst()), "nobody was left to stop the child");

        DataFolder.open(folder.resolve("data"), false).close();

        for (long child : children) {
            Eventually.holds("child " + child + " gone", () -> !ChildJvm.runs(child));
        }
    }

    private Process start() throws Exception {
        Process cloud =
                ChildJvm.start(TetheredChildren.class, folder.resolve("data").toString());
        BufferedReader output = cloud.inputReader();
        for (String line = ChildJvm.line(output); !line.equals("up"); line = ChildJvm.line(output)) {
            long pid = Long.parseLong(line.split(" ")[1]);
            if (line.startsWith("watcher")) {
                watcher = pid;
            } else {
                children.add(pid);
            }
        }
        assertEquals(3, children.size());
        for (long child : children) {
            assertTrue(ChildJvm.runs(child));
        }
        return cloud;
    }
}
