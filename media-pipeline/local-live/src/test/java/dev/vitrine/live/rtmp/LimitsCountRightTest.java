package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsCountRightTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void timeStartsAtZeroAndCrossesTheWrap() throws MediaRefused {
        Timeline timeline = new Timeline();
        assertEquals(0, timeline.millis(0xFFFFFF00L));
        assertEquals(0x80, timeline.millis(0xFFFFFF80L));
        assertEquals(0x110, timeline.millis(0x10));
        assertEquals(0x100, timeline.millis(0)); // the other track lags a little
        assertEquals(Duration.ofMillis(0x110), timeline.length());
    }

    @Test
    void timeNeverGoesBelowZeroAndNeverLeaps() throws MediaRefused {
        Timeline timeline = new Timeline();
        timeline.millis(1000);
        assertEquals(0, timeline.millis(990));
        assertEquals(9_000, timeline.millis(10_000));
        assertThrows(MediaRefused.class, () -> timeline.millis(21_000));
        assertThrows(MediaRefused.class, () -> timeline.millis(0x80000000L));
    }

    @Test
    void aBurstIsAllowedAndThenTheRate() {
        RateLimit limit = new RateLimit(8_000, Duration.ofSeconds(2), 0); // 1,000 bytes a second
        assertTrue(limit.allows(2_000, 0));
        assertTrue(limit.allows(500, SECOND / 2));
        assertFalse(limit.allows(1, SECOND / 2));
        assertFalse(new RateLimit(8_000, Duration.ofSeconds(2), 0).allows(2_001, 100 * SECOND));
    }

    @Test
    void whatWasReadIsAcknowledged() throws Exception {
        try (Recording recording = new Recording(RtmpLimits.DEFAULTS, "room");
                Publisher publisher = Publisher.publishing(recording, "sk_room")) {
            publisher.send(new Chunks()
                    .control(Message.WINDOW_ACKNOWLEDGEMENT_SIZE, 200_000)
                    .bytes());
            publisher.headers();
            publisher.frame(0, 150_000);
            Message acknowledgement = publisher.answer();
            assertEquals(Message.ACKNOWLEDGEMENT, acknowledgement.type());
            assertTrue(acknowledgement.control32() >= 100_000);
        }
    }
}
