package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.FreePorts;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.store.RedisProgram.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a stop may be interrupted
class TheNewestRedisThatReadsTheDataRunsTest {
    private static final Path PROGRAMS = Path.of("target", "programs").toAbsolutePath();

    @TempDir
    Path folder;

    private Path machine;
    private Path data;

    @BeforeEach
    void folders() throws IOException {
        machine = Files.createDirectory(folder.resolve("bin"));
        data = Files.createDirectory(folder.resolve("redis"));
    }

    @Test
    void theOneThatComesAlongIsWhatItSaysItIs() throws Exception {
        var chosen = choose();
        assertEquals(RedisProgram.BUNDLED, chosen.release());
        var asked = new ProcessBuilder(chosen.path().toString(), "--version").start();
        var answer = new String(asked.getInputStream().readAllBytes());
        assertEquals(Optional.of(RedisProgram.BUNDLED), Release.parse(answer), answer);
        assertEquals("Redis 7.0.15, the one that comes along", chosen.where(PROGRAMS));
    }

    @Test
    void oneOfTheMachineRunsWhereItIsAsNewOrNewer() throws Exception {
        install("redis-server", "Redis server v=6.2.20 sha=0 malloc=libc");
        assertEquals("Redis 7.0.15", choose().release().toString());
        assertTrue(choose().path().startsWith(PROGRAMS));
        install("redis-server", "Redis server v=7.0.15 sha=0 malloc=jemalloc");
        assertEquals("Redis 7.0.15, " + machine.resolve("redis-server"), choose().where(PROGRAMS));
        install("valkey-server", "Valkey server v=8.1.4 sha=0");
        assertEquals("Valkey 8.1.4", choose().release().toString());
        install("redis-server", "Redis server v=8.2.2 sha=0");
        assertEquals("Redis 8.2.2", choose().release().toString());
    }

    @Test
    void oneThatDoesNotSayWhatItIsIsNotTaken() throws Exception {
        install("redis-server", "a wrapper of something, v=9.9.9");
        assertTrue(choose().path().startsWith(PROGRAMS));
        script("redis-server", "exit 1");
        assertTrue(choose().path().startsWith(PROGRAMS));
        Files.writeString(machine.resolve("redis-server"), "\u0000");
        assertTrue(choose().path().startsWith(PROGRAMS));
    }

    @Test
    void whatANewerOneWroteIsRefusedAndNotLost() throws Exception {
        install("valkey-server", "Valkey server v=8.1.4 sha=0");
        choose().note(data);
        install("valkey-server", "Valkey server v=8.1.2 sha=0");
        assertEquals("Valkey 8.1.2", choose().release().toString());
        install("redis-server", "Redis server v=8.2.2 sha=0");
        assertEquals("Valkey 8.1.2", choose().release().toString());
        Files.delete(machine.resolve("valkey-server"));
        var refusal = assertThrows(StartRefused.class, this::choose).getMessage();
        assertTrue(refusal.contains("Valkey 8.1.4") && refusal.contains("--fresh"), refusal);
    }

    @Test
    void valkeyReadsWhatRedisWroteUntilTheyParted() {
        var valkey = new Release("Valkey", 8, 0, 1);
        assertTrue(valkey.reads(new Release("Redis", 6, 2, 6)));
        assertTrue(valkey.reads(new Release("Redis", 7, 2, 9)));
        assertFalse(valkey.reads(new Release("Redis", 7, 4, 0)));
        assertFalse(new Release("Redis", 8, 2, 0).reads(valkey));
    }

    @Test
    void whatTheEarlierReleaseKeptIsThere() throws Exception {
        var base = FreePorts.row();
        try (var stores = new StoresOnThisMachine(folder.resolve("house"), base)) {
            var redis = Files.createDirectories(stores.folder().resolve("redis"));
            // an append-only file as 6.2 keeps it
            Files.writeString(
                    redis.resolve("appendonly.aof"),
                    "*2\r\n$6\r\nSELECT\r\n$1\r\n0\r\n*3\r\n$3\r\nSET\r\n$4\r\nkept\r\n$1\r\n7\r\n");
            stores.start(stores.redis);
            try (var function = new RedisCalls(stores.redis.url())) {
                assertEquals("7", function.call("GET kept"));
            }
            assertTrue(Release.parse(Files.readString(redis.resolve("server"))).isPresent());
        }
    }

    private RedisProgram choose() throws IOException {
        return RedisProgram.choose(
                data, PROGRAMS, name -> Optional.of(machine.resolve(name)).filter(Files::isExecutable));
    }

    private void install(String name, String answer) throws IOException {
        script(name, "echo '" + answer + "'");
    }

    private void script(String name, String line) throws IOException {
        var file = Files.writeString(machine.resolve(name), "#!/bin/sh\n" + line + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
