package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.FreePorts;
import dev.vitrine.local.life.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a stop may be interrupted
class RedisTellsItsPasswordToNobodyTest {
    @TempDir
    Path folder;

    @Test
    void itIsNeededAndShowsInNoListOfProcesses() throws Exception {
        var base = FreePorts.row();
        // a folder whose name needs quoting
        try (var stores = new StoresOnThisMachine(folder.resolve("a \"folder\" of \\ one"), base)) {
            stores.start(stores.redis);
            try (var stranger = new RedisCalls(base + 4)) {
                assertTrue(stranger.call("GET kept").startsWith("-NOAUTH"));
                assertTrue(stranger.call("AUTH guess").startsWith("-WRONGPASS"));
            }
            try (var function = new RedisCalls(stores.redis.url())) {
                assertEquals("+OK", function.call("SET kept 7"));
            }
            for (var process : ProcessHandle.current().descendants().toList()) {
                var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
                assertFalse(line.contains(stores.secrets.redisPassword()), line);
            }
        }
    }

    @Test
    void itIsTheSameAtEveryStart() {
        assertEquals(Secrets.of(folder).redisPassword(), Secrets.of(folder).redisPassword());
    }
}
