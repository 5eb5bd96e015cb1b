package dev.vitrine.live.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ViewersAreSessionsOfTheLastSecondsTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Viewers viewers = new Viewers(() -> now);

    @Test
    void aSessionCountsOnceHoweverOftenItAsks() {
        viewers.asked("room", "br=300,sid=\"a\",sf=ll", "10.0.0.1 x");
        viewers.asked("room", "sid=\"a\"", "10.0.0.2 y");
        viewers.asked("room", "sid=\"b\"", "10.0.0.1 x");
        viewers.asked("other", "sid=\"c\"", "10.0.0.1 x");
        assertEquals(2, viewers.count("room"));
    }

    @Test
    void withoutASessionIdWhoAsksCounts() {
        viewers.asked("room", "", "10.0.0.1 x");
        viewers.asked("room", "", "10.0.0.1 x");
        viewers.asked("room", "", "10.0.0.1 y");
        assertEquals(2, viewers.count("room"));
    }

    @Test
    void whoStopsAskingIsGone() {
        viewers.asked("room", "sid=\"a\"", "");
        now = now.plus(Duration.ofSeconds(6));
        viewers.asked("room", "sid=\"b\"", "");
        now = now.plus(Duration.ofSeconds(6));
        assertEquals(1, viewers.count("room"));
        now = now.plus(Viewers.ACTIVE);
        assertEquals(0, viewers.count("room"));
    }
}
