package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.live.PublishAuthorizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/// Recorded sessions, damaged at random: whatever comes of it ends in one of the typed ways, soon and small.
class MutatedSessionsEndTypedTest {
    private static final int HANDSHAKE_BYTES = 1 + 2 * 1536;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    @AfterContainer
    static void stopTimer() {
        TIMER.shutdownNow();
    }

    @Test
    void theRecordingsThemselvesArriveWhole() throws Exception {
        for (String name : new String[] {"ffmpeg8.rtmp", "ffmpeg5-extended.rtmp"}) {
            byte[] flv = replay(recording(name));
            assertTrue(flv.length > 12_000, name + " gave " + flv.length);
        }
    }

    @Property(tries = 400)
    void aDamagedSessionIsRefusedOrEnds(@ForAll long seed, @ForAll boolean extended) throws Exception {
        Random random = new Random(seed);
        byte[] session = recording(extended ? "ffmpeg5-extended.rtmp" : "ffmpeg8.rtmp");
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            session = damage(session, random);
        }
        try {
            byte[] flv = replay(session);
            assertTrue(flv.length < 4 * session.length + 4096, "nothing is invented");
        } catch (IOException | MediaRefused | StreamOver typed) {
            assertTrue(typed.getMessage() != null);
        }
    }

    @Property(tries = 300)
    void noiseIsRefused(@ForAll byte[] noise) throws Exception {
        try {
            assertEquals(0, replay(noise).length);
        } catch (IOException | MediaRefused | StreamOver typed) {
            assertTrue(typed.getMessage() != null);
        }
    }

    private static byte[] damage(byte[] session, Random random) {
        int at =
                session.length < 2 ? 0 : random.nextInt(Math.min(session.length, random.nextBoolean() ? 900 : 100_000));
        byte[] damaged = session.clone();
        switch (random.nextInt(4)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged[at] = (byte) random.nextInt(256);
            case 2 -> damaged = Arrays.copyOf(session, Math.max(1, at)); // cut off
            default -> { // a piece is sent again somewhere else
                int length = Math.min(session.length - at, random.nextInt(1, 200));
                System.arraycopy(session, at, damaged, random.nextInt(session.length - length + 1), length);
            }
        }
        return damaged;
    }

    /// Answers the FLV that came of the chunks, once the session has ended.
    private static byte[] replay(byte[] chunks) throws IOException, MediaRefused, StreamOver {
        ByteArrayOutputStream flv = new ByteArrayOutputStream();
        RtmpInput in = new RtmpInput(new ByteArrayInputStream(chunks));
        ChunkReader reader = new ChunkReader(in, RtmpLimits.DEFAULTS.messageBytes());
        Watchdog watchdog = new Watchdog(TIMER, Duration.ofSeconds(30), () -> {});
        Session session = new Session(
                _ -> new PublishAuthorizer.Accepted("room"),
                channel -> Optional.of(new Publication(
                        channel, RtmpLimits.DEFAULTS, (_, media) -> new FlvWriter(flv, _ -> {}), () -> {})),
                new ChunkWriter(new ByteArrayOutputStream(), watchdog));
        try {
            while (!in.atEnd()) {
                Optional<Message> message = reader.next();
                if (message.isPresent()) {
                    session.handle(message.get());
                }
            }
        } catch (StreamOver e) {
            if (e.reason() != EndReason.UNPUBLISHED) {
                throw e;
            }
        } finally {
            session.publication().ifPresent(publication -> publication.end(EndReason.CONNECTION_LOST, "end of bytes"));
        }
        return flv.toByteArray();
    }

    private static byte[] recording(String name) throws IOException {
        try (InputStream in = MutatedSessionsEndTypedTest.class.getResourceAsStream(name)) {
            byte[] all = in.readAllBytes();
            return Arrays.copyOfRange(all, HANDSHAKE_BYTES, all.length);
        }
    }
}
