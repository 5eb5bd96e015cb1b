package dev.vitrine.it.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Eventually;
import dev.vitrine.it.support.LocalQueue;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// That the witness behind all journeys sees what passes, and tells what is wrong with it.
class EventsHoldToTheirSchemasTest {
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);

    private final Cloud cloud = SharedCloud.get();

    @Test
    void whatIsToldIsSeen() {
        var room = cloud.as("witnessed-" + UUID.randomUUID(), "streamer").post("/v1/rooms", Map.of("title", "Seen"));
        assertEquals(201, room.status(), room.text());
        Eventually.eventually("the witness has seen a show planned", TOLD_WITHIN, this::shows, shows -> shows > 0);
    }

    private int shows() {
        cloud.events().check();
        return cloud.events().seen().getOrDefault("dev.vitrine.room.scheduled.v1", 0);
    }

    @Test
    void aTypeThatNobodyDeclaresIsTold() {
        var told = told("dev.vitrine.room.painted.v1", "{}");
        assertTrue(told.contains("no capability declares \"dev.vitrine.room.painted.v1\""), told);
    }

    @Test
    void dataThatIsNotWhatItsSchemaSaysIsTold() {
        var told = told("dev.vitrine.chat.viewers-counted.v1", "{\"viewers\":-1}");
        assertTrue(told.contains("viewers"), told);
        assertTrue(told.contains("minimum"), told);
    }

    /// Puts an event where the witness looks, as a function would.
    private String told(String type, String data) {
        new LocalQueue(cloud, "event-witness").send("""
                {"specversion":"1.0","id":"%s","type":"%s","source":"/tests","subject":"x","time":"2026-01-01T00:00:00Z",
                 "datacontenttype":"application/json","data":%s}""".formatted(UUID.randomUUID(), type, data));
        return assertThrows(AssertionError.class, cloud.events()::check).getMessage();
    }
}
