package dev.vitrine.platform.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.platform.test.TestRedis;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScriptsTakeWhatTheyNameTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Script ADD = Script.load(ScriptsTakeWhatTheyNameTest.class, "add");
    private static TestRedis redis;
    private final RedisStore store = new RedisStore(redis.api());

    @BeforeAll
    static void start() {
        redis = TestRedis.startCluster();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    private List<Integer> add(String tag, int first, Integer... others) {
        var answer = run(ADD.with()
                .keys(name -> "{" + tag + "}:" + name)
                .argument("first", first)
                .rest(List.of(others)));
        return List.of(answer.get(0).toInteger(), answer.get(1).toInteger());
    }

    private Response run(ScriptRun run) {
        return store.run(run).await().atMost(PATIENCE);
    }

    private static String failure(Runnable work) {
        return assertThrows(RuntimeException.class, work::run).getMessage();
    }

    @Test
    void keysArgumentsAndTheRestGoByTheirNames() {
        assertEquals(List.of(20, 1), add("names", 10));
        assertEquals(List.of(25, 2), add("names", 1, 1, 2));
    }

    @Test
    void aServerThatForgotAScriptGetsItAgain() {
        add("forgotten", 1);
        store.ask(api -> api.script(List.of("FLUSH"))).await().atMost(PATIENCE);

        assertEquals(List.of(4, 2), add("forgotten", 1));
    }

    @Test
    void aServerThatWasKilledGetsItAgain() {
        add("killed", 1);
        redis.kill();
        redis.launch();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertTrue(add("killed", 1).getFirst() >= 4);
                return;
            } catch (RuntimeException reconnecting) {
                assertTrue(System.nanoTime() < deadline, reconnecting.toString());
            }
        }
    }

    @Test
    void aScriptWhoseKeysAreInTwoSlotsIsRefused() {
        var refused = failure(() -> run(ADD.with().keys(name -> name).argument("first", 1)));

        assertTrue(refused.contains("CROSSSLOT"), refused);
        assertTrue(refused.startsWith("the script add failed"), refused);
    }

    @Test
    void whatIsMissingOrUnknownIsNamedBeforeRedisIsAsked() {
        var keyless = ADD.with().argument("first", 1);
        assertEquals("the script add was not given its key sum", failure(() -> store.run(keyless)));
        var empty = ADD.with().keys(name -> name);
        assertEquals("the script add was not given its argument first", failure(() -> store.run(empty)));
        assertEquals("the script add has no argument second", failure(() -> ADD.with()
                .argument("second", 1)));
        assertEquals("the script add has no key log", failure(() -> ADD.with().key("log", "log")));
        var broken = Script.load(ScriptsTakeWhatTheyNameTest.class, "broken");
        assertEquals("the script broken takes no further arguments", failure(() -> broken.with()
                .rest(List.of(1))));
    }

    @Test
    void aScriptThatFailsIsNamed() {
        var broken = Script.load(ScriptsTakeWhatTheyNameTest.class, "broken");

        assertTrue(failure(() -> run(broken.with())).startsWith("the script broken failed"));
    }

    @Test
    void aHeadThatIsNotAsItShouldBeIsRefusedWhenItIsLoaded() {
        assertEquals("silent.lua does not say what it answers", failure(() -> load("silent")));
        assertEquals("alike.lua names two things room", failure(() -> load("alike")));
        assertEquals("unnameable.lua names something that Lua cannot: 1st", failure(() -> load("unnameable")));
        assertTrue(failure(() -> load("nowhere")).startsWith("there is no nowhere.lua"));
    }

    private static void load(String name) {
        Script.load(ScriptsTakeWhatTheyNameTest.class, name);
    }
}
