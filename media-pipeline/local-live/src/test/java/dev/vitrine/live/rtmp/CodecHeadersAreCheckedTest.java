package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The H.264 configurations were made by x264 (ffmpeg 5.1) for the sizes in the tests' names.
class CodecHeadersAreCheckedTest {
    static final String AVC_640X360 =
            "0164001effe1001a6764001eacd940a02ff970110000030001000003003c0f162d96" + "01000668ebe3cb22c0fdf8f800";
    private static final String AVC_1080X1918 =
            "0142c028ffe1001a6742c028da01100f1e5ac044000003000400000300f03c60ca80" + "01000468ce0fc8";
    private static final String AVC_641X361_444 =
            "01f4001effe1001a67f4001e919680a42fe1088c0440000003004000000f" + "03c58ba801000568ce0f1920fff8f800";
    private static final String AVC_1440X1080_INTERLACED =
            "014d4028ffe10019674d4028f402d0227ef0110000030001000003003c1f162ea001000468de0fc8";
    private static final String AVC_2560X1440 =
            "0142c032ffe100196742c032da00a002d6c0440000030004000003" + "00f03c60ca8001000468ce0fc8";

    @Test
    void thePicturesSizeIsRead() throws MediaRefused {
        assertEquals(
                new SequenceParameterSet(100, 30, 640, 360, 1, 1, false),
                avc(AVC_640X360).picture());
        assertEquals(
                new SequenceParameterSet(66, 40, 1080, 1918, 1, 1, false),
                avc(AVC_1080X1918).picture());
        assertEquals(
                new SequenceParameterSet(244, 30, 641, 361, 1, 1, false),
                avc(AVC_641X361_444).picture());
        assertEquals(
                new SequenceParameterSet(77, 40, 1440, 1080, 1, 1, true),
                avc(AVC_1440X1080_INTERLACED).picture());
    }

    @ParameterizedTest
    @CsvSource({"480, 360, 4, 3, 640", "720, 576, 64, 45, 1024", "720, 480, 8, 9, 640", "1440, 1080, 4, 3, 1920"})
    void aPictureOfOtherThanSquareSamplesHasItsWidthOnAScreen(int width, int height, int x, int y, int shown) {
        assertEquals(shown, new SequenceParameterSet(77, 40, width, height, x, y, false).squareWidth());
    }

    @Test
    void enhancedRtmpSaysTheSameOfH264AndAac() throws MediaRefused {
        byte[] plain = hex("1700000000" + AVC_640X360);
        assertArrayEquals(plain, ((MediaTag.VideoHeader) MediaTag.video(hex("9061766331" + AVC_640X360))).body());
        assertArrayEquals(
                hex("2701000021" + "65aabb"),
                ((MediaTag.VideoFrame) MediaTag.video(hex("a161766331" + "000021" + "65aabb"))).body());
        var key = (MediaTag.VideoFrame) MediaTag.video(hex("9361766331" + "65aabb"));
        assertTrue(key.key());
        assertArrayEquals(hex("1701000000" + "65aabb"), key.body());
        assertInstanceOf(MediaTag.Nothing.class, MediaTag.video(hex("9261766331")));
        assertArrayEquals(
                hex("af00" + "1190"), ((MediaTag.AudioHeader) MediaTag.audio(hex("906d703461" + "1190"))).body());
        assertArrayEquals(
                hex("af01" + "2100"), ((MediaTag.AudioFrame) MediaTag.audio(hex("916d703461" + "2100"))).body());
    }

    @Test
    void soundThatCarriesItsHeaderInEachFrameIsTaken() throws MediaRefused {
        // AAC LC, 44.1 kHz, stereo, without a checksum: 7 bytes, then the frame
        var frame = (MediaTag.AdtsFrame) MediaTag.audio(hex("af01" + "fff15080013ffc" + "211004"));
        assertArrayEquals(hex("af00" + "1210"), frame.header());
        assertArrayEquals(hex("af01" + "211004"), frame.body());
        assertThrows(MediaRefused.class, () -> MediaTag.audio(hex("af01" + "fff17c80013ffc" + "211004")));
    }

    @Test
    void sizesOutOfBoundsAreRefused() throws MediaRefused {
        avc(AVC_640X360).check(RtmpLimits.DEFAULTS);
        avc(AVC_1080X1918).check(RtmpLimits.DEFAULTS);
        refused("even", AVC_641X361_444);
        refused("larger than 1920x1080", AVC_2560X1440);
    }

    @Test
    void otherProfilesAndTornHeadersAreRefused() {
        refused("profile 83", AVC_640X360.replace("6764001e", "6753001e"));
        refused("level", AVC_640X360.replace("6764001e", "6764003e"));
        refused("without a sequence parameter set", AVC_640X360.replace("ffe1", "ffe0"));
        for (int length = 0; length < AVC_640X360.length() - 12; length += 2) {
            String torn = AVC_640X360.substring(0, length);
            assertThrows(MediaRefused.class, () -> avc(torn));
        }
    }

    @Test
    void theAacConfigurationIsRead() throws MediaRefused {
        assertEquals(new AacConfiguration(2, 48000, 2), aac("1190"));
        assertEquals(new AacConfiguration(2, 44100, 1), aac("1208"));
        assertEquals(new AacConfiguration(5, 24000, 2), aac("2b118800"));
        assertThrows(MediaRefused.class, () -> aac("0a10")); // AAC Main
        assertThrows(MediaRefused.class, () -> aac("1180")); // no channels
        assertThrows(MediaRefused.class, () -> aac("1780ffffff")); // a rate of nothing
        assertThrows(MediaRefused.class, () -> aac("11"));
    }

    @Test
    void otherCodecsAreRefusedByName() {
        assertTrue(message("90" + "68766331" + "00").contains("hvc1"));
        assertTrue(message("91" + "61763031" + "00").contains("av01"));
        assertTrue(message("12" + "00000000").contains("codec 2"));
        assertTrue(assertThrows(MediaRefused.class, () -> MediaTag.audio(hex("2f0000")))
                .getMessage()
                .contains("format 2"));
        assertTrue(assertThrows(MediaRefused.class, () -> MediaTag.audio(hex("904f707573")))
                .getMessage()
                .contains("Opus"));
    }

    @Property(tries = 3000)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 120) byte[] bytes) {
        for (Parser parser : new Parser[] {MediaTag::audio, MediaTag::video, AacConfiguration::of}) {
            attempt(parser, bytes);
        }
        byte[] header = ByteBuffer.allocate(bytes.length + 12)
                .put(hex("1700000000" + "0164001effe1"))
                .put((byte) 0)
                .put(bytes)
                .array();
        attempt(MediaTag::video, header);
        byte[] set = ByteBuffer.allocate(bytes.length + 1)
                .put((byte) 0x67)
                .put(bytes)
                .array();
        attempt(SequenceParameterSet::of, set);
        byte[] high = ByteBuffer.allocate(bytes.length + 4)
                .put(hex("6764001e"))
                .put(bytes)
                .array();
        attempt(SequenceParameterSet::of, high);
    }

    private interface Parser {
        Object parse(byte[] bytes) throws MediaRefused;
    }

    private static void attempt(Parser parser, byte[] bytes) {
        try {
            parser.parse(bytes);
        } catch (MediaRefused expected) {
            assertTrue(expected.getMessage().length() < 200);
        }
    }

    private static void refused(String why, String avc) {
        MediaRefused refused = assertThrows(MediaRefused.class, () -> avc(avc).check(RtmpLimits.DEFAULTS));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private static String message(String video) {
        return assertThrows(MediaRefused.class, () -> MediaTag.video(hex(video)))
                .getMessage();
    }

    private static AvcConfiguration avc(String configuration) throws MediaRefused {
        return AvcConfiguration.of(ByteBuffer.wrap(hex(configuration)));
    }

    private static AacConfiguration aac(String configuration) throws MediaRefused {
        return AacConfiguration.of(hex(configuration));
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
