package dev.vitrine.live.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.live.flv.FlvTag;
import dev.vitrine.live.flv.FlvTag.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Encoders as people have them, simulated to the millisecond. A frame's body says when its light and sound were
/// there: so it is seen when each moment is shown, and whether picture and sound of one moment are shown
/// together.
class EveryEncoderBecomesAShowTest {
    private static final long FRAME = 33;
    private static final long SOUND = 21;

    /// What came out: when, and what moment of the encoder's world.
    private record Shown(long at, long moment, boolean filler) {}

    private final List<Shown> pictures = new ArrayList<>();
    private final List<Shown> sounds = new ArrayList<>();
    private final List<FlvTag> headers = new ArrayList<>();
    private final Conformer conformer = new Conformer(this::show);

    private void show(FlvTag tag) {
        if (tag.kind() == Kind.SCRIPT || tag.header()) {
            headers.add(tag);
        } else if (tag.kind() == Kind.VIDEO) {
            long moment = moment(tag, 5);
            boolean again = pictures.stream().anyMatch(each -> each.moment() == moment);
            pictures.add(new Shown(tag.timestampMillis(), moment, again));
        } else {
            boolean silence = tag.body().length < 20 && tag.body()[2] == 0x21;
            sounds.add(new Shown(tag.timestampMillis(), silence ? -1 : moment(tag, 2), silence));
        }
    }

    private static long moment(FlvTag tag, int from) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | tag.body()[from + i] & 0xff;
        }
        return value;
    }

    private static byte[] body(int first, int second, int lead, long moment) {
        byte[] body = new byte[lead + Long.BYTES + 20];
        body[0] = (byte) first;
        body[1] = (byte) second;
        for (int i = 0; i < Long.BYTES; i++) {
            body[lead + i] = (byte) (moment >> 8 * (Long.BYTES - 1 - i));
        }
        return body;
    }

    /// An encoder whose every habit can be changed while it runs. Moments are wall time.
    private final class Encoder {
        long now;
        long keyInterval = 2_000;
        boolean pictureStops;
        boolean soundStops;
        /// By how much the clock of the sound lags behind that of the picture.
        long soundLate;
        /// Timestamp of a moment: what goes wrong with clocks goes wrong here.
        LongUnaryOperator clock = moment -> moment;
        /// How late a moment comes.
        LongUnaryOperator network = moment -> 0;

        private long pictureDue;
        private long soundDue;
        private long keyDue;
        private final List<Sent> onTheWay = new ArrayList<>();

        private record Sent(FlvTag tag, long arrives) {}

        Encoder() throws IOException {
            this(true);
        }

        Encoder(boolean soundIsTold) throws IOException {
            conformer.take(new FlvTag(Kind.VIDEO, 0, new byte[] {0x17, 0, 0, 0, 0, 1}), 0);
            if (soundIsTold) {
                tellOfSound();
            }
        }

        void tellOfSound() throws IOException {
            conformer.take(new FlvTag(Kind.AUDIO, 0, new byte[] {(byte) 0xaf, 0, 0x12, 0x10}), now);
        }

        void run(long millis) throws IOException {
            long until = now + millis;
            for (; now < until; now++) {
                if (now >= soundDue) {
                    soundDue += SOUND;
                    if (!soundStops) {
                        send(Kind.AUDIO, body(0xaf, 1, 2, now));
                    }
                }
                if (now >= pictureDue) {
                    pictureDue += FRAME;
                    boolean key = now >= keyDue;
                    keyDue += key ? keyInterval : 0;
                    if (!pictureStops) {
                        send(Kind.VIDEO, body(key ? 0x17 : 0x27, 1, 5, now));
                    }
                }
                arrive();
            }
        }

        /// Nothing is made and nothing is sent; what its clock says of it is its affair.
        void pause(long millis) throws IOException {
            for (long until = now + millis; now < until; now++) {
                arrive();
            }
            pictureDue = now;
            soundDue = now;
            keyDue = now;
        }

        private void send(Kind kind, byte[] body) {
            long timestamp = clock.applyAsLong(now) - (kind == Kind.AUDIO ? soundLate : 0);
            onTheWay.add(new Sent(new FlvTag(kind, timestamp, body), now + network.applyAsLong(now)));
        }

        private void arrive() throws IOException {
            boolean any = false;
            while (!onTheWay.isEmpty() && onTheWay.getFirst().arrives() <= now) {
                conformer.take(onTheWay.removeFirst().tag(), now);
                any = true;
            }
            if (!any && now % 100 == 0) {
                conformer.quiet(now);
            }
        }
    }

    /// The longest time in which nothing new was put into a track.
    private static long longestHole(List<Shown> track) {
        long longest = 0;
        for (int i = 1; i < track.size(); i++) {
            longest = Math.max(longest, track.get(i).at() - track.get(i - 1).at());
        }
        return longest;
    }

    /// How far picture and sound of one moment are shown apart at the end.
    private long apart() {
        Shown sound = sounds.stream().filter(each -> !each.filler()).toList().getLast();
        Shown picture =
                pictures.stream().filter(each -> !each.filler()).toList().getLast();
        return Math.abs((sound.at() - sound.moment()) - (picture.at() - picture.moment()));
    }

    /// How far the show's last moment is from the house's time, at which it was in the beginning.
    private long late(Encoder encoder) {
        return encoder.now - Math.max(pictures.getLast().at(), sounds.getLast().at());
    }

    private void goesOn(List<Shown> track, long hole) {
        for (int i = 1; i < track.size(); i++) {
            assertTrue(track.get(i).at() >= track.get(i - 1).at(), "goes back at " + track.get(i));
        }
        assertTrue(longestHole(track) <= hole, "a hole of " + longestHole(track) + " ms");
    }

    @Test
    void aShowBeginsWithItsFirstKeyFrameAndLosesNothingAfter() throws IOException {
        var encoder = new Encoder();
        encoder.keyInterval = 10_000;
        encoder.keyDue = 500; // joined in the middle of a group of pictures
        encoder.clock = moment -> moment + 123_456;
        encoder.run(12_000);
        assertEquals(0, pictures.getFirst().at());
        assertEquals(500, pictures.getFirst().moment(), FRAME);
        assertEquals(0, pictures.stream().filter(Shown::filler).count());
        assertEquals(0, sounds.stream().filter(Shown::filler).count());
        goesOn(pictures, FRAME + 1);
        goesOn(sounds, SOUND + 1);
        assertTrue(apart() <= 1, "apart " + apart());
    }

    @Test
    void aPauseIsAStandingPictureAndSilenceWhateverTheClockSaysOfIt() throws IOException {
        for (boolean continuous : List.of(true, false)) {
            var test = new EveryEncoderBecomesAShowTest();
            var encoder = test.new Encoder();
            encoder.run(6_000);
            encoder.pause(4_000);
            encoder.clock = continuous ? moment -> moment - 4_000 : moment -> moment;
            encoder.run(60_000);
            test.goesOn(test.pictures, 2_300);
            test.goesOn(test.sounds, 2_300);
            assertTrue(test.apart() <= 40, "apart " + test.apart());
            assertTrue(test.late(encoder) <= 100, "late " + test.late(encoder));
        }
    }

    @Test
    void whatANetworkHeldBackIsShownAllTheSame() throws IOException {
        var encoder = new Encoder();
        encoder.network = moment -> moment >= 6_000 && moment < 10_000 ? 10_000 - moment : 0;
        encoder.run(90_000);
        long shown = pictures.stream().filter(each -> !each.filler()).count();
        assertEquals(90_000 / FRAME, shown, 2);
        goesOn(sounds, 2_300);
        assertTrue(apart() <= 40, "apart " + apart());
        assertTrue(Math.abs(late(encoder)) <= 550, "late " + late(encoder));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.97, 1.03, 0.9995})
    void aClockThatRunsWrongIsKeptAtTheHousesTime(double rate) throws IOException {
        var encoder = new Encoder();
        encoder.clock = moment -> Math.round(moment * rate);
        encoder.run(300_000);
        goesOn(pictures, 3 * FRAME);
        goesOn(sounds, 3 * SOUND);
        assertEquals(0, sounds.stream().filter(Shown::filler).count());
        assertTrue(Math.abs(late(encoder)) <= 550, "late " + late(encoder));
        assertTrue(apart() <= 40, "apart " + apart());
    }

    @Test
    void timestampsThatBeginAgainLoseNothing() throws IOException {
        var encoder = new Encoder();
        encoder.clock = moment -> moment < 6_000 ? moment : moment - 6_000;
        encoder.run(20_000);
        assertEquals(
                20_000 / FRAME, pictures.stream().filter(each -> !each.filler()).count(), 2);
        goesOn(pictures, 3 * FRAME);
        assertTrue(apart() <= 40, "apart " + apart());
        assertTrue(late(encoder) <= 100, "late " + late(encoder));
    }

    @Test
    void oneFrameFromElsewhereMovesNothing() throws IOException {
        for (long stray : List.of(37_600_000L, -37_600_000L)) {
            var test = new EveryEncoderBecomesAShowTest();
            var encoder = test.new Encoder();
            encoder.clock = moment -> moment >= 5_000 && moment < 5_021 ? moment + stray : moment;
            encoder.run(20_000);
            test.goesOn(test.pictures, 3 * FRAME);
            test.goesOn(test.sounds, 3 * SOUND);
            assertTrue(test.apart() <= 40, "apart " + test.apart());
            assertTrue(test.late(encoder) <= 100, "late " + test.late(encoder));
        }
    }

    @Test
    void soundThatStopsIsSilenceAndThePictureGoesOn() throws IOException {
        var encoder = new Encoder();
        encoder.run(6_000);
        encoder.soundStops = true;
        encoder.run(10_000);
        goesOn(pictures, FRAME + 1);
        goesOn(sounds, 900);
        assertTrue(encoder.now - sounds.getLast().at() <= 900);
        encoder.soundStops = false;
        encoder.run(5_000);
        assertTrue(sounds.getLast().moment() > 20_900, "the sound is back");
        assertTrue(apart() <= 40, "apart " + apart());
    }

    @ParameterizedTest
    @ValueSource(longs = {300, 900, 1_500, 2_500})
    void soundWhoseClockStoodStillIsHeardAgain(long stood) throws IOException {
        var encoder = new Encoder();
        encoder.run(6_000);
        encoder.soundStops = true;
        encoder.run(4_000);
        encoder.soundStops = false;
        encoder.soundLate = stood;
        encoder.run(4_000);
        assertTrue(sounds.getLast().moment() > 13_900, "the sound is back: " + sounds.getLast());
        goesOn(pictures, FRAME + 1);
        goesOn(sounds, 1_000);
    }

    @Test
    void aPictureThatStopsStandsAndTheSoundGoesOn() throws IOException {
        var encoder = new Encoder();
        encoder.keyInterval = 4_000;
        encoder.run(7_000);
        encoder.pictureStops = true;
        encoder.run(5_000);
        goesOn(sounds, SOUND + 1);
        goesOn(pictures, 900);
        encoder.pictureStops = false;
        int before = pictures.size();
        encoder.keyDue = encoder.now + 2_000;
        encoder.run(1_000);
        // the decoder is given the whole group again, within a moment, and goes on without the next key frame
        Shown first = pictures.get(before);
        assertEquals(4_000, first.moment(), FRAME);
        Shown next = pictures.stream()
                .filter(each -> each.moment() >= 12_000)
                .findFirst()
                .orElseThrow();
        assertTrue(next.at() - first.at() <= 1, first + " " + next);
        assertTrue(apart() <= 40, "apart " + apart());
    }

    @Test
    void soundThatComesLateIsHeardFromThenOn() throws IOException {
        var encoder = new Encoder(false);
        encoder.soundStops = true;
        encoder.run(3_000);
        assertTrue(sounds.getLast().at() > 2_800, "silence keeps up from the first moment");
        encoder.soundStops = false;
        encoder.tellOfSound();
        encoder.run(3_000);
        assertTrue(sounds.getLast().moment() > 5_900);
        assertTrue(apart() <= 40, "apart " + apart());
        assertEquals(
                2, headers.stream().filter(each -> each.kind() == Kind.AUDIO).count());
    }

    @Test
    void aNewFormatOfTheSoundIsToldBeforeItsFirstFrame() throws IOException {
        var encoder = new Encoder();
        encoder.run(2_000);
        byte[] mono = {(byte) 0xaf, 0, 0x12, 0x08};
        conformer.take(new FlvTag(Kind.AUDIO, 0, mono), 2_000);
        encoder.run(2_000);
        assertEquals(mono, headers.getLast().body());
        assertEquals(2_000, headers.getLast().timestampMillis(), 2 * SOUND);
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /// Everything at once, in any order; what must hold, holds for every seed.
    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensTheShowGoesOn(long seed) throws IOException {
        var random = new Random(seed);
        var encoder = new Encoder();
        encoder.run(4_000);
        long base = 0;
        for (int i = 0; i < 12; i++) {
            long length = 500 + random.nextInt(5_000);
            switch (random.nextInt(6)) {
                case 0 -> {
                    encoder.pause(length);
                    long back = random.nextBoolean() ? base - length : base;
                    base = back;
                    encoder.clock = moment -> moment + back;
                }
                case 1 -> {
                    encoder.soundStops = true;
                    encoder.run(length);
                    encoder.soundStops = false;
                }
                case 2 -> {
                    encoder.pictureStops = true;
                    encoder.run(length);
                    encoder.pictureStops = false;
                }
                case 3 -> {
                    long jump = random.nextInt(200_000) - 100_000;
                    base = jump;
                    encoder.clock = moment -> moment + jump;
                }
                case 4 -> {
                    long from = encoder.now;
                    encoder.network = moment -> Math.max(0, from + length - moment);
                }
                default -> encoder.run(length);
            }
            encoder.run(6_000);
        }
        encoder.run(120_000);
        goesOn(sounds, 7_000);
        goesOn(pictures, 7_000);
        assertTrue(apart() <= 40, "apart " + apart());
        assertTrue(Math.abs(late(encoder)) <= 750, "late " + late(encoder));
    }
}
