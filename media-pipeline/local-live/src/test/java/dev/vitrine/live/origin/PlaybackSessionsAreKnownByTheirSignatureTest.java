package dev.vitrine.live.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlaybackSessionsAreKnownByTheirSignatureTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final PlaybackSessions sessions = sessions("a key for tests alone");

    @Test
    void aSessionIsOfItsRoomAlone() {
        String session = sessions.issue("room");
        assertTrue(session.matches("[A-Za-z0-9_-]{32}"), session);
        assertTrue(sessions.valid(session, "room"));
        assertFalse(sessions.valid(session, "room2"));
        assertFalse(sessions.valid(session, ""));
        assertNotEquals(session, sessions.issue("room"));
    }

    @Test
    void aSessionLastsAsLongAsAStreamMay() {
        String session = sessions.issue("room");
        now = now.plus(PlaybackSessions.LIFETIME).minusSeconds(1);
        assertTrue(sessions.valid(session, "room"));
        now = now.plusSeconds(1);
        assertFalse(sessions.valid(session, "room"));
        now = now.minus(PlaybackSessions.LIFETIME).minus(Duration.ofSeconds(1));
        assertFalse(sessions.valid(session, "room"), "of the future");
    }

    @Test
    void whatWasNotIssuedHereIsNone() {
        String session = sessions.issue("room");
        for (int i = 0; i < session.length(); i++) {
            char other = session.charAt(i) == 'A' ? 'B' : 'A';
            assertFalse(sessions.valid(session.substring(0, i) + other + session.substring(i + 1), "room"));
        }
        for (String none : new String[] {"", "x", "a".repeat(32), "\u00e9".repeat(32), session + "=", session + "A"}) {
            assertFalse(sessions.valid(none, "room"), none);
        }
        assertFalse(sessions("another key for tests").valid(session, "room"));
        assertEquals(32, session.length());
    }

    private PlaybackSessions sessions(String key) {
        return new PlaybackSessions(key, () -> now, new SecureRandom());
    }
}
