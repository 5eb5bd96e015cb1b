package dev.vitrine.rooms.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vitrine.platform.hibernate.Transactions;
import dev.vitrine.rooms.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RepeatedRequestsActOnceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api;
    private final Transactions transactions;

    RepeatedRequestsActOnceTest(Api api, Transactions transactions) {
        this.api = api;
        this.transactions = transactions;
    }

    @Test
    void aRepeatedRequestGivesTheSameAnswerAndOneRoom() {
        var key = UUID.randomUUID().toString();
        var title = "once " + key;

        var first = api.ask("POST /v1/rooms")
                .as("ida", "streamer")
                .header("Idempotency-Key", key)
                .body("{\"title\":\"" + title + "\"}")
                .go();
        var second = api.ask("POST /v1/rooms")
                .as("ida", "streamer")
                .header("idempotency-key", key)
                .body("{\"title\":\"" + title + "\"}")
                .go();
        var other = api.ask("POST /v1/rooms")
                .as("ida", "streamer")
                .header("Idempotency-Key", key)
                .body("{\"title\":\"another\"}")
                .go();

        assertEquals(first, second);
        assertEquals(409, other.status());
        assertEquals("/problems/idempotency-conflict", other.body().get("type").textValue());
    }

    @Test
    void repetitionsAtTheSameMomentMakeOneRoom() throws Exception {
        var key = UUID.randomUUID().toString();
        Callable<String> ask = () -> api.ask("POST /v1/rooms")
                .as("jo", "streamer")
                .header("Idempotency-Key", key)
                .body("{\"title\":\"once\"}")
                .go()
                .text();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new HashSet<String>();
            for (var answer : threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask))) {
                answers.add(answer.get());
            }
            assertEquals(1, answers.size(), answers.toString());
        }
    }

    @Test
    void aRepeatedKeyRequestShowsTheSameKeyAndItIsNotKeptInTheOpen() {
        var room = api.room("alice", "Tea at five");
        var key = UUID.randomUUID().toString();

        var first = api.ask("POST /v1/rooms/{id}/stream-key")
                .id(room)
                .as("alice", "streamer")
                .header("Idempotency-Key", key)
                .go();
        var second = api.ask("POST /v1/rooms/{id}/stream-key")
                .id(room)
                .as("alice", "streamer")
                .header("Idempotency-Key", key)
                .go();

        assertEquals(200, first.status(), first.text());
        assertEquals(first, second);
        assertEquals("READY", api.read(room).get("state").textValue());
        assertFalse(keptInTheOpen(key), "the answer must be sealed");
    }

    private boolean keptInTheOpen(String key) {
        return transactions
                .read(session -> session.createNativeQuery(
                                "select answer is not null from idempotent_requests where key = :key", Boolean.class)
                        .setParameter("key", key)
                        .getSingleResult())
                .await()
                .atMost(PATIENCE);
    }
}
