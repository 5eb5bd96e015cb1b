package dev.vitrine.live.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ViewersAreSessionsOfTheLastSecondsTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Viewers viewers = new Viewers(() -> now);

    @Test
    void aSessionCountsOnceHoweverOftenItFetches() {
        fetch("room", "a", "10.0.0.1");
        fetch("room", "b", "10.0.0.1");
        fetch("other", "c", "10.0.0.1");
        later(Viewers.SETTLED);
        fetch("room", "a", "10.0.0.1");
        fetch("room", "a", "10.0.0.2");
        fetch("room", "b", "10.0.0.1");
        fetch("other", "c", "10.0.0.1");
        assertEquals(2, viewers.count("room"));
        assertEquals(1, viewers.count("other"));
    }

    @Test
    void aSessionCountsOnceItHasFetchedForSomeSeconds() {
        fetch("room", "a", "10.0.0.1");
        assertEquals(0, viewers.count("room"));
        later(Viewers.SETTLED.minusMillis(1));
        fetch("room", "a", "10.0.0.1");
        assertEquals(0, viewers.count("room"));
        later(Duration.ofMillis(1));
        assertEquals(0, viewers.count("room"), "waiting is not fetching");
        fetch("room", "a", "10.0.0.1");
        assertEquals(1, viewers.count("room"));
    }

    @Test
    void whoStopsFetchingIsGoneAndBeginsAnew() {
        fetch("room", "a", "10.0.0.1");
        later(Viewers.SETTLED);
        fetch("room", "a", "10.0.0.1");
        later(Viewers.ACTIVE);
        assertEquals(1, viewers.count("room"));
        later(Duration.ofMillis(1));
        assertEquals(0, viewers.count("room"));
        fetch("room", "a", "10.0.0.1");
        assertEquals(0, viewers.count("room"));
    }

    @Test
    void oneAddressHoldsSoManyPlacesAndNoMore() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < Viewers.MAX_OF_ONE_ADDRESS + 50; i++) {
                fetch(i % 2 == 0 ? "room" : "other", "s" + i, "10.0.0.1");
            }
            fetch("room", "neighbour", "10.0.0.2");
            later(Viewers.SETTLED);
        }
        assertEquals(Viewers.MAX_OF_ONE_ADDRESS, viewers.count("room") + viewers.count("other") - 1);
    }

    @Test
    void aPlaceIsFreeOnceItsSessionIsGone() {
        for (int i = 0; i < Viewers.MAX_OF_ONE_ADDRESS; i++) {
            fetch(i % 2 == 0 ? "room" : "other", "s" + i, "10.0.0.1");
        }
        viewers.forget("other");
        later(Viewers.ACTIVE.plusMillis(1));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < Viewers.MAX_OF_ONE_ADDRESS; i++) {
                fetch("room", "new" + i, "10.0.0.1");
            }
            later(Viewers.SETTLED);
        }
        assertEquals(Viewers.MAX_OF_ONE_ADDRESS, viewers.count("room"));
    }

    @Test
    void aHouseholdIsOneAddress() throws Exception {
        assertEquals("10.0.0.1", Network.of(InetAddress.getByName("10.0.0.1")));
        assertEquals(
                Network.of(InetAddress.getByName("2001:db8:1:2::3")),
                Network.of(InetAddress.getByName("2001:db8:1:2:ffff::4")));
    }

    private void fetch(String channel, String session, String address) {
        viewers.fetched(channel, session, address);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }
}
