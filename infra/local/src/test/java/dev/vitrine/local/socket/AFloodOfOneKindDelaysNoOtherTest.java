package dev.vitrine.local.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Handshakes, messages and ends of sockets have turns of their own at the function.
class AFloodOfOneKindDelaysNoOtherTest {
    private static final int PLACES = 8;
    private static final int FLOOD = 100;
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final CountDownLatch release = new CountDownLatch(1);
    private volatile String held = "";
    private ASocketApi api;

    @AfterEach
    void stop() {
        release.countDown();
        if (api != null) {
            api.close();
        }
    }

    private void start() throws IOException {
        api = new ASocketApi(folder, SocketSettings.DEFAULT, PLACES, event -> {
            if (ASocketApi.type(event).equals(held)) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return ASocketApi.reply("done");
        });
    }

    private AClient connect() throws IOException {
        return new AClient(api.port(), "/v1/sockets");
    }

    @Test
    @Timeout(60)
    void resetsHoldUpNoMessageAndNoHandshake() throws Exception {
        start();
        var clients = new ArrayList<AClient>();
        for (var i = 0; i < FLOOD; i++) {
            clients.add(connect());
        }
        try (var calm = connect()) {
            held = "DISCONNECT";
            for (var client : clients) {
                client.reset();
            }
            api.event("DISCONNECT", 1);
            calm.say("ping");
            assertEquals("done", calm.text());
            try (var newcomer = connect()) {
                assertEquals(101, newcomer.status());
                newcomer.say("ping");
                assertEquals("done", newcomer.text());
            }
        }
        release.countDown();
        assertEquals(FLOOD, lastOf("DISCONNECT", FLOOD));
    }

    private int lastOf(String type, int n) {
        api.event(type, n);
        return n;
    }

    @Test
    @Timeout(60)
    void handshakesHoldUpNoMessageAndNoEnd() throws Exception {
        start();
        var waiting = new CopyOnWriteArrayList<Thread>();
        try (var calm = connect();
                var leaving = connect()) {
            held = "CONNECT";
            for (var i = 0; i < FLOOD; i++) {
                waiting.add(Thread.ofVirtual().start(() -> {
                    try (var _ = connect()) {
                        api.event("CONNECT", 1);
                    } catch (IOException cut) {
                        // when the test is over
                    }
                }));
            }
            api.event("CONNECT", 2 + PLACES / 2);
            calm.say("ping");
            assertEquals("done", calm.text());
            leaving.reset();
            api.event("DISCONNECT", 1);
        }
        release.countDown();
        for (var thread : waiting) {
            thread.join();
        }
    }

    @Test
    @Timeout(60)
    void messagesHoldUpNoHandshakeAndNoEnd() throws Exception {
        start();
        var clients = new ArrayList<AClient>();
        for (var i = 0; i < FLOOD; i++) {
            clients.add(connect());
        }
        try (var leaving = connect()) {
            held = "MESSAGE";
            for (var client : clients) {
                client.say("slow");
            }
            api.event("MESSAGE", PLACES / 2);
            leaving.reset();
            api.event("DISCONNECT", 1);
            try (var newcomer = connect()) {
                assertEquals(101, newcomer.status());
            }
        }
        release.countDown();
        for (var client : clients) {
            assertEquals("done", client.text());
            client.close();
        }
    }

    /// Who asks in which order, and who is let in in which order, with one place.
    private static List<Turn> order(List<Turn> asked) throws InterruptedException {
        var turns = new Turns(1);
        assertTrue(turns.take(Turn.MESSAGE, LONG));
        var let = new CopyOnWriteArrayList<Turn>();
        var done = new CountDownLatch(asked.size());
        for (var turn : asked) {
            var thread = Thread.ofPlatform().start(() -> {
                try {
                    turns.take(turn, LONG);
                    let.add(turn);
                    turns.give(turn);
                    done.countDown();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        turns.give(Turn.MESSAGE);
        assertTrue(done.await(LONG.toSeconds(), TimeUnit.SECONDS));
        return let;
    }

    @Test
    void kindsThatWaitTakeTurnsWithOnePlaceToo() throws Exception {
        assertEquals(
                List.of(Turn.DISCONNECT, Turn.CONNECT, Turn.MESSAGE, Turn.DISCONNECT, Turn.DISCONNECT, Turn.DISCONNECT),
                order(List.of(
                        Turn.DISCONNECT,
                        Turn.DISCONNECT,
                        Turn.DISCONNECT,
                        Turn.DISCONNECT,
                        Turn.MESSAGE,
                        Turn.CONNECT)));
    }

    @Test
    void whoWaitsTooLongGoesWithoutTakingAPlace() throws Exception {
        var turns = new Turns(1);
        assertTrue(turns.take(Turn.MESSAGE, LONG));
        assertFalse(turns.take(Turn.MESSAGE, Duration.ofMillis(1)));
        assertFalse(turns.take(Turn.CONNECT, Duration.ofMillis(1)));
        turns.give(Turn.MESSAGE);
        assertTrue(turns.take(Turn.DISCONNECT, LONG));
    }
}
