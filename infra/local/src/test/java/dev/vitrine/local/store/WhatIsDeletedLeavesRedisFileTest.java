package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a stop may be interrupted
class WhatIsDeletedLeavesRedisFileTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    /// An image of the memory would keep the entry: the stream's node holds it until its last entry goes.
    @Test
    void withTheNextStartAlsoWhatWasDeletedFromAStream() throws Exception {
        var base = FreePorts.row();
        try (var stores = new StoresOnThisMachine(folder, base)) {
            stores.start(stores.redis);
            try (var function = new RedisCalls(stores.redis.url())) {
                function.call("XADD log 1-0 i my-secret-word");
                function.call("XADD log 2-0 i what-stays");
                assertEquals(":1", function.call("XDEL log 1-0"));
                function.call("SET gone my-secret-word");
                assertEquals(":1", function.call("DEL gone"));
            }
            assertTrue(file().contains("my-secret-word"));
        }
        try (var stores = new StoresOnThisMachine(folder, base)) {
            stores.start(stores.redis);
            var end = Instant.now().plus(PATIENCE);
            while (file().contains("my-secret-word") && Instant.now().isBefore(end)) {
                Thread.sleep(50);
            }
            assertTrue(!file().contains("my-secret-word") && file().contains("what-stays"), file());
            try (var function = new RedisCalls(stores.redis.url())) {
                assertEquals(":1", function.call("XLEN log"));
            }
        }
    }

    /// Whatever Redis keeps: one file before version 7, a folder of them since.
    private String file() throws IOException {
        while (true) {
            try {
                return walked();
            } catch (UncheckedIOException goneMeanwhile) {
                // a file that is being rewritten ended under the walk, which begins anew
                assertInstanceOf(NoSuchFileException.class, goneMeanwhile.getCause());
            }
        }
    }

    private String walked() throws IOException {
        try (var files = Files.walk(folder.resolve("redis"))) {
            var content = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                content.append(content(file));
            }
            return content.toString();
        }
    }

    /// Nothing of a file that went meanwhile, as a rewritten one does.
    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException _) {
            return "";
        }
    }
}
