package dev.vitrine.chat.bench.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class EdgeAsksTheOriginOnceTest {
    private static final String PATH = "/media/chat/room/7.json";

    private final Deque<Promise<Stored>> asked = new ArrayDeque<>();
    private long now;
    private final EdgeCache edge = new EdgeCache(
            _ -> {
                var promise = Promise.<Stored>promise();
                asked.add(promise);
                return promise.future();
            },
            () -> now);

    @Test
    void whoAsksWhileItIsOnItsWayWaitsForTheSame() {
        var first = edge.ask(PATH, 600);
        var second = edge.ask(PATH, 400);
        assertEquals(1, asked.size());

        asked.remove().complete(found(60_000));

        assertTrue(first.succeeded() && second.succeeded());
        assertEquals(1000, edge.requests());
        assertEquals(1, edge.fetches());
    }

    @Test
    void whatIsFreshIsNotFetchedAgain() {
        answer(edge.ask(PATH, 1), found(60_000));
        now = 59_999;

        assertTrue(edge.ask(PATH, 1).result().found());
        assertEquals(1, edge.fetches());
    }

    @Test
    void whatIsStaleIsFetchedAgain() {
        answer(edge.ask(PATH, 1), found(60_000));
        now = 60_000;

        edge.ask(PATH, 1);

        assertEquals(2, edge.fetches());
    }

    @Test
    void aNotFoundIsKeptForItsTimeOnly() {
        answer(edge.ask(PATH, 1), new Stored(404, new byte[0], 1000, 0));
        now = 999;
        assertEquals(404, edge.ask(PATH, 1).result().status());
        now = 1000;
        answer(edge.ask(PATH, 1), found(1000));

        assertEquals(2, edge.fetches());
        assertTrue(edge.ask(PATH, 1).result().found());
    }

    @Test
    void whatFailedIsNotKept() {
        var failed = edge.ask(PATH, 1);
        asked.remove().fail("the origin is away");
        assertTrue(failed.failed());

        edge.ask(PATH, 1);

        assertEquals(2, edge.fetches());
    }

    @Test
    void anAnswerIsKeptAsLongAsItsHeaderSays() {
        assertEquals(86_400_000, Stored.maxAgeMillis("public, max-age=86400, immutable"));
        assertEquals(1000, Stored.maxAgeMillis("max-age=1"));
        assertEquals(0, Stored.maxAgeMillis("no-store, max-age=5"));
        assertEquals(0, Stored.maxAgeMillis("private, max-age=5"));
        assertEquals(0, Stored.maxAgeMillis(""));
    }

    private void answer(Future<Stored> pending, Stored stored) {
        asked.remove().complete(stored);
        assertTrue(pending.succeeded());
    }

    private static Stored found(long maxAgeMillis) {
        return new Stored(200, new byte[10], maxAgeMillis, 90);
    }
}
