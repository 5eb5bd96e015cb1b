package dev.vitrine.chat.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.store.Keys;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
import dev.vitrine.platform.redis.ScriptRun;
import dev.vitrine.platform.test.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// On a Redis that holds to the rules of a cluster. A script that is added is run here without being named.
class EveryScriptKeepsToOneSlotTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path FOLDER = Path.of("src/main/resources/dev/vitrine/chat/script");
    private static final String FACTS = """
            {"streamer":"sue","state":"LIVE","stateAt":1,"slowMode":0,"followersOnly":"false","notice":"","words":0,
             "mods":["ann"],"banned":["eve"],"muted":[{"subject":"bob","til":2}],
             "standing":[{"kind":"pin","item":"{}"}],"last":7}""";
    /// What a script takes, where `1` will not do.
    private static final Map<String, String> ARGUMENTS =
            Map.of("item", "{}", "from", "-", "verdict", "", "read", "0-0", "hearers", "some");

    private static TestRedis redis;
    private final RoomId room = new RoomId(Ids.system().next());
    private final RedisStore store = new RedisStore(redis.api());

    @BeforeAll
    static void start() {
        redis = TestRedis.startCluster();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    static Stream<String> scripts() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .filter(EveryScriptKeepsToOneSlotTest::runs)
                    .map(file -> file.getFileName().toString().replace(".lua", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /// The others are parts of scripts.
    private static boolean runs(Path file) {
        try {
            return Files.readString(file).contains("-- keys: ");
        } catch (IOException unread) {
            throw new IllegalStateException(unread);
        }
    }

    private String key(String name) {
        return switch (name) {
            case "said", "clientId", "socket", "activeRooms" -> "{" + room + "}:" + name;
            default -> Keys.of(room).apply(name);
        };
    }

    private ScriptRun run(String name) {
        var run = ChatScripts.of(name).with().keys(this::key);
        for (var argument : arguments(name)) {
            run.argument(argument, ARGUMENTS.getOrDefault(argument, "1"));
        }
        return run;
    }

    private static List<String> arguments(String name) {
        try (var lines = Files.lines(FOLDER.resolve(name + ".lua"))) {
            return lines.filter(line -> line.startsWith("-- arguments: "))
                    .flatMap(line ->
                            Stream.of(line.substring("-- arguments: ".length()).split(" ")))
                    .toList();
        } catch (IOException unread) {
            throw new IllegalStateException(unread);
        }
    }

    private void isKnown() {
        var fill = ChatScripts.of("fill-room").with().keys(this::key);
        store.run(fill.argument("room", FACTS).argument("lost", 10)).await().atMost(PATIENCE);
        store.ask(api -> api.set(List.of(Keys.lease(room), "1"))).await().atMost(PATIENCE);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptTouchesOneRoomAlone(String name) {
        isKnown();

        store.run(name.equals("fill-room") ? run(name).argument("room", FACTS) : run(name))
                .await()
                .atMost(PATIENCE);

        var there = store.ask(
                        api -> api.script(List.of("EXISTS", ChatScripts.of(name).sha())))
                .await()
                .atMost(PATIENCE);
        assertEquals(1, there.get(0).toInteger(), "it ran by its name");
    }

    @Test
    void aScriptOverTwoSlotsIsRefused() {
        Script append = ChatScripts.of("append");
        var parted = append.with()
                .key("log", "{one}:log")
                .key("sequence", "{another}:seq")
                .keys(Keys.of(room))
                .argument("item", "{}")
                .argument("subject", "");

        var refused = assertThrows(
                IllegalStateException.class, () -> store.run(parted).await().atMost(PATIENCE));
        assertTrue(refused.getMessage().contains("CROSSSLOT"), refused.getMessage());
    }
}
