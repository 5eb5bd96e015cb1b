package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.live.Await;
import dev.vitrine.live.LiveHost;
import dev.vitrine.live.TestBucket;
import dev.vitrine.live.flv.FlvTag;
import dev.vitrine.live.flv.FlvTag.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Encoders as people have them push real pictures and sound, through ffmpeg and all, and what the replay shows is
/// measured: by flashes and tones that belong together.
class OddEncodersMakeWholeShowsTest {
    private static final int SECONDS = 14;

    @TempDir
    Path folder;

    /// A tag, when it is sent, and with what timestamp.
    private record Sent(FlvTag tag, long atMillis, long timestamp) {
        static Sent plain(FlvTag tag) {
            return new Sent(tag, tag.timestampMillis(), tag.timestampMillis());
        }
    }

    private List<Sent> encoder(int keyInterval, UnaryOperator<Sent> habit) throws Exception {
        return FlvFile.flashesAndTones(folder, SECONDS, keyInterval, 48_000, 2).stream()
                .map(Sent::plain)
                .map(habit)
                .filter(sent -> sent != null)
                .toList();
    }

    /// A track that does not come between two moments.
    private static UnaryOperator<Sent> away(Kind kind, long from, long until) {
        return each -> each.tag().kind() == kind && each.atMillis() > from && each.atMillis() < until ? null : each;
    }

    private static void push(LiveHost host, List<Sent> tags) throws Exception {
        try (Publisher publisher = new Publisher(host.rtmpPort())) {
            publisher.connect("live");
            assertEquals("NetStream.Publish.Start", publisher.publish("sk_any"));
            long begun = System.nanoTime();
            for (Sent sent : tags) {
                long wait = sent.atMillis() - (System.nanoTime() - begun) / 1_000_000;
                if (wait > 0) {
                    Thread.sleep(wait);
                }
                switch (sent.tag().kind()) {
                    case AUDIO -> publisher.audio(sent.timestamp(), sent.tag().body());
                    case VIDEO -> publisher.video(sent.timestamp(), sent.tag().body());
                    case SCRIPT -> {} // words of no weight
                }
            }
            publisher.command("deleteStream", null, 1.0);
            assertTrue(publisher.closedByServer());
        }
    }

    /// Pushes one after another, and answers what the replay shows.
    @SafeVarargs
    private Flashes replayOf(List<Sent>... pushes) throws Exception {
        Path own = Files.createTempDirectory(folder, "show");
        try (TestBucket bucket = new TestBucket(own.resolve("s3"));
                LiveHost host = new LiveHost(own.resolve("live"), bucket.store())) {
            host.prepare();
            for (int i = 0; i < pushes.length; i++) {
                push(host, pushes[i]);
                host.streamMessage("stream.stopped", i + 1);
            }
            String channel = "/channels/" + LiveHost.CHANNEL;
            assertEquals(202, host.control("POST", channel + "/end", "").statusCode());
            String key = "recordings/" + LiveHost.CHANNEL + "/recording.json";
            Await.until(
                    "a recording", Duration.ofSeconds(30), () -> bucket.store().exists(key));
            host.control(
                    "POST",
                    "/jobs",
                    "{\"id\":\"job\",\"channel\":\"%s\",\"recordingKey\":\"%s\",\"outputPrefix\":\"vod/x/\"}"
                            .formatted(LiveHost.CHANNEL, key));
            JsonNode told = host.jobMessage(1);
            assertEquals("rendered", told.path("type").asText(), told::toString);
            Path replay = own.resolve("replay.mp4");
            Files.write(
                    replay, host.get("/media/" + told.path("mp4Key").asText()).body());
            return Flashes.of(replay);
        }
    }

    private static void together(Flashes shown, int atLeast) {
        assertTrue(shown.apart().size() >= atLeast, shown::toString);
        shown.apart().forEach(each -> assertTrue(Math.abs(each) <= 0.06, shown.apart() + " " + shown));
    }

    @Test
    void aKeyFrameEveryTenSecondsLosesNothing() throws Exception {
        Flashes shown = replayOf(encoder(300, each -> each));
        assertEquals(SECONDS, shown.flashes().size(), 1, shown::toString);
        assertEquals(SECONDS, shown.seconds(), 0.5);
        together(shown, SECONDS - 1);
    }

    @Test
    void aPauseWithContinuousTimestampsIsAsLongAsItWas() throws Exception {
        Flashes shown = replayOf(encoder(
                60,
                each -> each.atMillis() < 6_000
                        ? each
                        : new Sent(each.tag(), each.atMillis() + 4_000, each.timestamp())));
        assertEquals(SECONDS, shown.flashes().size(), 1, shown::toString);
        assertTrue(shown.seconds() >= SECONDS + 1.5 && shown.seconds() <= SECONDS + 4.5, shown::toString);
        together(shown, SECONDS - 2);
    }

    @Test
    void soundThatStopsStopsNothingElse() throws Exception {
        Flashes shown = replayOf(encoder(60, away(Kind.AUDIO, 5_000, 11_000)));
        assertEquals(SECONDS, shown.flashes().size(), 1, shown::toString);
        assertEquals(SECONDS, shown.seconds(), 0.5);
        together(shown, SECONDS - 7);
    }

    @Test
    void aPictureThatStopsStopsNothingElse() throws Exception {
        Flashes shown = replayOf(encoder(120, away(Kind.VIDEO, 5_200, 9_200)));
        assertEquals(SECONDS, shown.tones().size(), 1, shown::toString);
        assertEquals(SECONDS, shown.seconds(), 0.5);
        together(shown, SECONDS - 6);
    }

    @Test
    void aShowMayEndWithSoundAlone() throws Exception {
        Flashes shown = replayOf(encoder(60, away(Kind.VIDEO, 8_000, Long.MAX_VALUE)));
        assertEquals(SECONDS, shown.tones().size(), 1, shown::toString);
        assertEquals(SECONDS, shown.seconds(), 1.2);
        together(shown, 7);
    }

    @Test
    void soundMayChangeItsFormat() throws Exception {
        List<FlvTag> later = FlvFile.flashesAndTones(folder, SECONDS, 60, 44_100, 1).stream()
                .filter(tag -> tag.kind() == Kind.AUDIO)
                .toList();
        List<Sent> tags = new ArrayList<>(
                encoder(60, each -> each.tag().kind() == Kind.AUDIO && each.atMillis() >= 6_000 ? null : each));
        for (FlvTag tag : later) {
            if (tag.header()) {
                tags.add(new Sent(tag, 6_000, 6_000));
            } else if (tag.timestampMillis() >= 6_000) {
                tags.add(Sent.plain(tag));
            }
        }
        tags.sort((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
        Flashes shown = replayOf(tags);
        assertEquals(SECONDS, shown.tones().size(), 1, shown::toString);
        together(shown, SECONDS - 2);
    }

    @Test
    void soundMayBeToldOfLate() throws Exception {
        Flashes shown = replayOf(encoder(
                60,
                each -> each.tag().kind() != Kind.AUDIO
                        ? each
                        : each.tag().header()
                                ? new Sent(each.tag(), 3_000, 3_000)
                                : each.atMillis() < 3_000 ? null : each));
        assertEquals(SECONDS, shown.flashes().size(), 1, shown::toString);
        assertEquals(SECONDS - 3, shown.tones().size(), 1, shown::toString);
        together(shown, SECONDS - 5);
    }

    @Test
    void timestampsMayBeginAgainAndAFrameMayComeFromElsewhere() throws Exception {
        Flashes shown = replayOf(encoder(60, each -> {
            long time = each.timestamp() < 6_000 ? each.timestamp() : each.timestamp() - 6_000;
            boolean stray = each.tag().kind() == Kind.AUDIO && each.atMillis() > 10_000 && each.atMillis() < 10_030;
            return new Sent(each.tag(), each.atMillis(), stray ? time + 37_600_000 : time);
        }));
        assertEquals(SECONDS, shown.flashes().size(), 1, shown::toString);
        assertEquals(SECONDS, shown.tones().size(), 1, shown::toString);
        together(shown, SECONDS - 2);
    }

    @Test
    void fivePushesAreOneShow() throws Exception {
        List<Sent> tags = encoder(60, each -> each.atMillis() < 4_300 ? each : null);
        Flashes shown = replayOf(tags, tags, tags, tags, tags);
        assertEquals(5 * 4.3, shown.seconds(), 1);
        assertEquals(25, shown.flashes().size(), 2, shown::toString);
        together(shown, 22);
    }
}
