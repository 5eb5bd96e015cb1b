package dev.vitrine.rooms.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.hibernate.Transactions;
import dev.vitrine.platform.sql.OutboxRelay;
import dev.vitrine.rooms.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class EventsLeaveOnlyWhenTakenTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api;
    private final Transactions transactions;
    private final OutboxRelay relay;
    private final SqsClient sqs;

    EventsLeaveOnlyWhenTakenTest(Api api, Transactions transactions, OutboxRelay relay, SqsClient sqs) {
        this.api = api;
        this.transactions = transactions;
        this.relay = relay;
        this.sqs = sqs;
    }

    /// The queue is missing at first, as if it were down: the room is planned all the same, and its event waits.
    @Test
    void anEventWaitsForItsQueueAndThenLeavesOnce() {
        var room = api.room("alice", "Tea at five");
        assertTrue(waiting() >= 1);

        var queue = sqs.createQueue(make -> make.queueName("rooms-facts")).queueUrl();
        sweepUntilNothingWaits();

        var relayed = api.room("alice", "Tea at six");
        assertEquals(0, waiting());
        assertTrue(subjects(queue, Set.of(room, relayed)));
        sqs.deleteQueue(gone -> gone.queueUrl(queue));
    }

    /// More than once, since the first attempt may still hold its row: its answer did not wait for it.
    private void sweepUntilNothingWaits() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (waiting() > 0) {
            assertTrue(System.nanoTime() < deadline, "an event stays although its queue is there");
            relay.sweep().await().atMost(PATIENCE);
        }
    }

    private boolean subjects(String queue, Set<String> expected) {
        var seen = new HashSet<String>();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.containsAll(expected) && System.nanoTime() < deadline) {
            var messages = sqs.receiveMessage(
                            take -> take.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages();
            messages.forEach(
                    message -> seen.add(CloudEventJson.read(message.body()).subject()));
        }
        return seen.containsAll(expected);
    }

    private long waiting() {
        return transactions
                .read(session -> session.createNativeQuery("select count(*) from outbox", Long.class)
                        .getSingleResult())
                .await()
                .atMost(PATIENCE);
    }
}
