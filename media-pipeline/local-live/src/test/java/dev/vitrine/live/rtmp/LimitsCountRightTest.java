package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsCountRightTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void timeCrossesTheWrapBothWays() {
        Timeline timeline = new Timeline();
        assertEquals(0xFFFFFF00L, timeline.millis(0xFFFFFF00L));
        assertEquals(0xFFFFFF80L, timeline.millis(0xFFFFFF80L));
        assertEquals(0x100000010L, timeline.millis(0x10));
        assertEquals(0xFFFFFFF0L, timeline.millis(0xFFFFFFF0L)); // the other track lags a little
        assertEquals(0x100000020L, timeline.millis(0x20));
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
