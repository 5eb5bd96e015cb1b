package dev.vitrine.manifests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule was seen to fail: a manifest that is right is changed in one place.
class ABrokenManifestIsToldByItsRuleTest {
    private static final String HLS = "application/vnd.apple.mpegurl; charset=utf-8";
    private static final String DASH = "application/dash+xml";
    private static final URI ADDRESS = URI.create("http://edge/live/room/session/one/stream/720p/media.m3u8");
    private static final URI OF_ANOTHER = URI.create("http://edge/live/room/session/two/stream/720p/media.m3u8");

    private static final String MULTIVARIANT = """
            #EXTM3U
            #EXT-X-VERSION:9
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="sound",URI="audio/media.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=3000000,CODECS="avc1.42c01f,mp4a.40.2",RESOLUTION=1280x720,AUDIO="sound"
            720p/media.m3u8
            """;
    private static final String MEDIA = """
            #EXTM3U
            #EXT-X-VERSION:9
            #EXT-X-TARGETDURATION:2
            #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=3.00
            #EXT-X-PART-INF:PART-TARGET=1.00000
            #EXT-X-MEDIA-SEQUENCE:4
            #EXT-X-MAP:URI="init.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:06Z
            #EXTINF:2.00000,
            4.m4s
            #EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:08Z
            #EXTINF:2.00000,
            5.m4s
            #EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:10Z
            #EXT-X-PART:DURATION=1.00000,URI="6.0.m4s",INDEPENDENT=YES
            #EXT-X-PART:DURATION=1.00000,URI="6.1.m4s"
            #EXTINF:2.00000,
            6.m4s
            #EXT-X-PRELOAD-HINT:TYPE=PART,URI="7.0.m4s"
            """;
    private static final String MPD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="dynamic"
              availabilityStartTime="2026-01-01T00:00:00Z" publishTime="2026-01-01T00:00:10Z" minimumUpdatePeriod="PT2S"
              minBufferTime="PT1S">
              <BaseURL>http://edge/</BaseURL>
              <Period id="0" start="PT0S">
                <AdaptationSet id="0" contentType="video" mimeType="video/mp4">
                  <Representation id="720p" codecs="avc1.42c01f" bandwidth="3000000" width="1280" height="720">
                    <SegmentTemplate timescale="1000" duration="2000" initialization="init.mp4" media="$Number$.m4s"/>
                  </Representation>
                </AdaptationSet>
              </Period>
              <UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-iso:2014" value="http://edge/time"/>
            </MPD>
            """;

    private final ManifestWatch watch = new ManifestWatch();

    @Test
    void whatIsRightPasses() {
        assertDoesNotThrow(() -> watch.look(ADDRESS, HLS, MULTIVARIANT));
        assertDoesNotThrow(() -> watch.look(ADDRESS, HLS, MEDIA));
        assertDoesNotThrow(() -> watch.look(OF_ANOTHER, HLS, MEDIA.replace("00:00:10Z", "00:00:10.000+0000")));
        assertDoesNotThrow(() -> watch.look(OF_ANOTHER, HLS, MEDIA.replace("00:00:10Z", "01:00:10+01:00")));
        assertDoesNotThrow(() -> watch.look(ADDRESS, DASH, MPD));
        assertDoesNotThrow(() -> watch.look(ADDRESS, "application/json", "{}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    4.4.1.1 | #EXTM3U | # EXTM3U
                    4.4.6.2 | BANDWIDTH=3000000, | ~~
                    4.4.6.2 | BANDWIDTH=3000000 | BANDWIDTH=0
                    4.4.6.2 | 720p/media.m3u8 | #
                    4.4.6.2.1 | AUDIO="sound" | AUDIO="noise"
                    4.4.6.1 | ,NAME="sound" | ~~
                    4.2 | RESOLUTION=1280x720 | RESOLUTION=1280
                    4.2 | CODECS="avc1.42c01f,mp4a.40.2" | CODECS=avc1
                    4.2 | ,AUDIO="sound" | ,AUDIO="sound",
                    """)
    void aMultivariantPlaylist(String rule, String right, String wrong) {
        breaks(rule, HLS, MULTIVARIANT, right, wrong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    4.4.3.1 | TARGETDURATION:2 | TARGETDURATION:1
                    4.4.3.1 | #EXT-X-TARGETDURATION:2 | #
                    4.4 | #EXT-X-PART-INF:PART-TARGET=1.00000 | #EXT-X-VERSION:9
                    8 | VERSION:9 | VERSION:5
                    3.1.2 | #EXT-X-MAP:URI="init.mp4" | #
                    4.4.4.5 | MAP:URI= | MAP:X=
                    4.4.4.1 | #EXTINF:2.00000, | #
                    4.4.4.1 | #EXTINF:2.00000, | #EXTINF:2.00000
                    4.4.4.6 | 00:00:08Z | 00:00:02Z
                    4.4.4.6 | 2026-01-01T00:00:08Z | yesterday
                    4.4.4.6 | 2026-01-01T00:00:08Z | 2026-01-01T00:00:08
                    4.4.3.7 | PART-TARGET=1.00000 | PART-TARGET=0.90000
                    4.4.3.8 | PART-HOLD-BACK=3.00 | PART-HOLD-BACK=1.90
                    4.4.4.9 | DURATION=1.00000,URI="6.1.m4s" | DURATION=0.50000,URI="6.1.m4s"
                    4.4.4.9 | DURATION=1.00000,URI="6.0.m4s" | DURATION=0.50000,URI="6.0.m4s"
                    4.4.4.9 | ,URI="6.0.m4s" | ~~
                    4.1 | 5.m4s | ~ 5.m4s~
                    4.2 | INDEPENDENT=YES | INDEPENDENT=TRUE
                    """)
    void aMediaPlaylist(String rule, String right, String wrong) {
        breaks(rule, HLS, MEDIA, right, wrong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    6.2.1 | 5.m4s | 5b.m4s
                    6.2.1 | 2026-01-01T00:00:08Z | 2026-01-01T00:00:09Z
                    4.4.3.1 | TARGETDURATION:2 | TARGETDURATION:3
                    """)
    void whatStoodBefore(String rule, String right, String wrong) {
        watch.look(ADDRESS, HLS, MEDIA);
        String told = assertThrows(AssertionError.class, () -> watch.look(OF_ANOTHER, HLS, MEDIA.replace(right, wrong)))
                .getMessage();
        assertTrue(told.contains("  " + rule + ":"), told);
    }

    @Test
    void whatGoesOnKeepsThreeTargetDurations() {
        watch.look(ADDRESS, HLS, MEDIA);
        String shorter = MEDIA.replace("SEQUENCE:4", "SEQUENCE:5")
                .replace("#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:06Z\n#EXTINF:2.00000,\n4.m4s\n", "");
        String told = assertThrows(AssertionError.class, () -> watch.look(ADDRESS, HLS, shorter))
                .getMessage();
        assertTrue(told.contains("6.2.2:"), told);
    }

    @Test
    void nothingComesAfterTheEnd() {
        watch.look(ADDRESS, HLS, MEDIA + "#EXT-X-ENDLIST\n");
        String more = MEDIA + "#EXTINF:2.00000,\n7.m4s\n#EXT-X-ENDLIST\n";
        String told = assertThrows(AssertionError.class, () -> watch.look(ADDRESS, HLS, more))
                .getMessage();
        assertTrue(told.contains("6.2.1: something came after the end"), told);
    }

    @Test
    void anOlderCopyIsNoFault() {
        String newer = MEDIA.replace("#EXT-X-PRELOAD", "#EXTINF:2.00000,\n7.m4s\n#EXT-X-PRELOAD");
        watch.look(ADDRESS, HLS, newer);
        assertDoesNotThrow(() -> watch.look(OF_ANOTHER, HLS, MEDIA));
        assertDoesNotThrow(() -> watch.look(ADDRESS, HLS, newer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    annex B | minBufferTime="PT1S" | ~~
                    annex B | bandwidth="3000000" | ~~
                    annex B | <BaseURL>http://edge/</BaseURL> | <Base/>
                    annex B | </MPD> | ~<BaseURL>http://late/</BaseURL></MPD>~
                    annex B | contentType="video" | contentType="film"
                    annex B | </MPD> | ~~
                    5.3.1.2 | publishTime="2026-01-01T00:00:10Z" | ~~
                    5.3.1.2 | minimumUpdatePeriod="PT2S" | ~~
                    5.3.1.2 | type="dynamic" | ~~
                    5.3.7.2 | codecs="avc1.42c01f" | ~~
                    5.3.9.2 | duration="2000" | ~~
                    5.3.9.4.4 | $Number$ | $Number
                    5.3.9.4.4 | $Number$ | 1
                    """)
    void aDashManifest(String rule, String right, String wrong) {
        breaks(rule, DASH, MPD, right, wrong);
    }

    private void breaks(String rule, String type, String text, String right, String wrong) {
        String broken = text.replace(right, wrong == null ? "" : wrong);
        assertTrue(!broken.equals(text), right);
        String told = assertThrows(AssertionError.class, () -> watch.look(ADDRESS, type, broken))
                .getMessage();
        assertTrue(told.contains("  " + rule + ":"), told);
    }
}
