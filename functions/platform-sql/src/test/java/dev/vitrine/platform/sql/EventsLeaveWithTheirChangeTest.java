package dev.vitrine.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.model.EventType;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsLeaveWithTheirChangeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final EventType OPENED = new EventType("dev.vitrine.shop.opened.v1");

    private static final AtomicLong COUNTER = new AtomicLong();

    private final Store store = new Store();
    private final Outbox outbox = new Outbox();
    private final List<UUID> left = new ArrayList<>();
    private final List<UUID> stuck = new ArrayList<>();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEventIsThereWhenItsChangeIsAndOnlyThen() {
        var kept = event();
        store.database.transaction(sql -> outbox.add(sql, kept)).await().atMost(PATIENCE);
        assertThrows(IllegalStateException.class, () -> store.database
                .transaction(sql -> outbox.add(sql, event())
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("the change is refused"))))
                .await()
                .atMost(PATIENCE));

        assertEquals(1, relay(100).sweep().await().atMost(PATIENCE));
        assertEquals(List.of(kept.id()), left);
    }

    @Test
    void oneThatCannotLeaveDoesNotHoldUpTheOthers() {
        var events =
                Stream.generate(EventsLeaveWithTheirChangeTest::event).limit(3).toList();
        events.forEach(event -> store.database
                .transaction(sql -> outbox.add(sql, event))
                .await()
                .atMost(PATIENCE));
        stuck.add(events.get(1).id());

        relay(100).relay(events.stream().map(CloudEvent::id).toList()).await().atMost(PATIENCE);

        assertEquals(List.of(events.get(0).id(), events.get(2).id()), left);
        assertEquals(1, store.rows("outbox"));
        stuck.clear();
        assertEquals(1, relay(100).sweep().await().atMost(PATIENCE));
        assertEquals(0, store.rows("outbox"));
    }

    @Test
    void aSweepGoesOnUntilNothingIsLeft() {
        Stream.generate(EventsLeaveWithTheirChangeTest::event).limit(5).forEach(event -> store.database
                .transaction(sql -> outbox.add(sql, event))
                .await()
                .atMost(PATIENCE));

        assertEquals(5, relay(2).sweep().await().atMost(PATIENCE));
        assertEquals(0, store.rows("outbox"));
    }

    /// Ids in the order of time, as the house's are.
    private static CloudEvent event() {
        var id = new UUID(COUNTER.incrementAndGet(), 0);
        return new CloudEvent(id, OPENED, "/shop", "shop-1", Instant.EPOCH, Json.object());
    }

    private OutboxRelay relay(int batch) {
        return new OutboxRelay(store.database, outbox, this::send, new Bounds(batch));
    }

    private Uni<Void> send(CloudEvent event) {
        if (stuck.contains(event.id())) {
            return Uni.createFrom().failure(new IllegalStateException("its queue is gone"));
        }
        left.add(event.id());
        return Uni.createFrom().voidItem();
    }

    private record Bounds(int sweepBatch) implements OutboxConfig {
        @Override
        public Duration relayWait() {
            return PATIENCE;
        }

        @Override
        public int sweepRounds() {
            return 20;
        }

        @Override
        public Duration sweepPatience() {
            return PATIENCE;
        }
    }
}
