package dev.vitrine.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/// The whole road on real parts: an encoder pushes RTMP, players read, the show ends, its replay is rendered.
class AShowIsLiveRecordedAndReplayedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SECONDS = 12;
    private static final String CHANNEL = "/live/" + LiveHost.CHANNEL;

    @TempDir
    Path folder;

    private TestBucket bucket;
    private LiveHost host;

    @BeforeEach
    void start() throws Exception {
        bucket = new TestBucket(folder.resolve("s3"));
        host = new LiveHost(folder.resolve("live"), bucket.store());
        host.prepare();
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
        bucket.close();
    }

    @Test
    void aShowCanBeWatchedWhileItIsMadeAndAfterwards() throws Exception {
        assertEquals(404, host.get(CHANNEL + "/master.m3u8").statusCode());
        Process encoder = host.push(folder.resolve("encoder.log"), 1280, 720, SECONDS);
        JsonNode started = host.streamMessage("stream.started", 1);
        String stream =
                multivariantPlaylistNamesThreeSizes(started.path("stream").asText());
        everyAddressKeepsTheSession(stream);
        playlistsGrowAndAnswerOnTime(stream);
        segmentsAreImmutableAndCut(stream);
        manifestSpeaksOfTheSameSegments(stream);
        controlTellsWhatIsOnAir(started.path("stream").asText(), stream);

        assertEquals(0, encoder.waitFor());
        assertEquals(
                started.path("stream").asText(),
                host.streamMessage("stream.stopped", 1).path("stream").asText());
        Playlist closed = Playlist.parse(host.text(stream + "/720p/media.m3u8"));
        assertTrue(closed.ended());
        double length = closed.segments().stream().mapToDouble(each -> each).sum();
        assertEquals(SECONDS, length, 0.5);
        String over = host.text(CHANNEL + "/manifest.mpd");
        Matcher told =
                Pattern.compile("mediaPresentationDuration=\"PT([0-9.]+)S\"").matcher(over);
        assertTrue(told.find(), over);
        assertEquals(SECONDS, Double.parseDouble(told.group(1)), 0.2);
        replayIsTheShow();
    }

    /// Answers the folder of the stream, as a session sees it.
    private String multivariantPlaylistNamesThreeSizes(String stream) throws Exception {
        HttpResponse<byte[]> master = host.get(CHANNEL + "/master.m3u8");
        String text = new String(master.body(), StandardCharsets.UTF_8);
        assertEquals("no-store", master.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "*", master.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        for (String size : new String[] {"1280x720", "960x540", "640x360"}) {
            assertTrue(text.contains("RESOLUTION=" + size + ",FRAME-RATE=30.000,AUDIO=\"sound\""), text);
        }
        assertTrue(text.contains("CODECS=\"avc1.42c01f,mp4a.40.2\""), text);
        Matcher folder = Pattern.compile("session/[A-Za-z0-9_-]{32}/" + stream).matcher(text);
        assertTrue(folder.find(), text);
        return CHANNEL + "/" + folder.group();
    }

    /// As a player does: each address is resolved against that of its playlist, and asked for.
    private void everyAddressKeepsTheSession(String folder) throws Exception {
        Set<URI> media = addresses(URI.create(host.url() + CHANNEL + "/master.m3u8"));
        assertEquals(4, media.size());
        URI picture = URI.create(host.url() + folder + "/720p/media.m3u8");
        URI report = picture.resolve("../audio/media.m3u8");
        Set<URI> named = addresses(picture);
        // on a busy machine the sound comes later than the picture
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !named.contains(report) && System.nanoTime() < end; ) {
            Thread.sleep(50);
            named = addresses(picture);
        }
        assertTrue(named.contains(picture.resolve("init.mp4")), named::toString);
        assertTrue(named.contains(report), "a rendition report: " + named);
        assertTrue(named.contains(picture.resolve("1.m4s")) && named.contains(picture.resolve("1.0.m4s")));
        for (URI each : named) {
            assertTrue(each.getPath().startsWith(folder), each::toString);
            assertEquals(200, host.get(each.getPath()).statusCode(), each::toString);
            assertEquals(200, host.head(each.getPath()).statusCode(), () -> "HEAD " + each);
        }
        for (String stable : List.of("/master.m3u8", "/manifest.mpd")) {
            assertEquals(200, host.head(CHANNEL + stable).statusCode(), stable);
        }
    }

    private Set<URI> addresses(URI playlist) throws Exception {
        return Pattern.compile("URI=\"([^\"]+)\"|^([^#].*)$", Pattern.MULTILINE)
                .matcher(host.text(playlist.getPath()))
                .results()
                .map(each -> playlist.resolve(each.group(1) != null ? each.group(1) : each.group(2)))
                .collect(Collectors.toSet());
    }

    private void playlistsGrowAndAnswerOnTime(String stream) throws Exception {
        Playlist before = Playlist.parse(host.text(stream + "/720p/media.m3u8"));
        assertFalse(before.ended());
        int next = before.last() + 1;
        long asked = System.nanoTime();
        Playlist after = Playlist.parse(host.text(stream + "/720p/media.m3u8?_HLS_msn=" + next + "&_HLS_part=1"));
        double waited = (System.nanoTime() - asked) / 1e9;
        assertTrue(after.parts().contains(next + ".1.m4s"), after::toString);
        assertTrue(waited < 6, "waited " + waited);
        assertTrue(after.last() >= before.last());
        assertEquals(200, host.get(stream + "/720p/" + after.hint()).statusCode(), "a hinted part is sent once made");
        assertEquals(400, host.get(stream + "/720p/media.m3u8?_HLS_msn=9999").statusCode());
        assertEquals(400, host.get(stream + "/720p/media.m3u8?_HLS_msn=x").statusCode());
        assertEquals(400, host.get(stream + "/720p/media.m3u8?_HLS_part=1").statusCode());
        assertEquals(404, host.get(stream + "/1080p/media.m3u8").statusCode());
        Playlist sound = Playlist.parse(host.text(stream + "/audio/media.m3u8"));
        assertEquals(0.341, sound.partTarget(), 0.001, "15 frames, and one for what is stretched");
    }

    private void segmentsAreImmutableAndCut(String stream) throws Exception {
        HttpResponse<byte[]> whole = host.get(stream + "/360p/1.m4s");
        assertEquals(
                "public, max-age=31536000, immutable",
                whole.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "video/iso.segment", whole.headers().firstValue("Content-Type").orElse(""));
        HttpResponse<byte[]> cut = host.get(stream + "/360p/1.m4s", "Range", "bytes=100-199");
        assertEquals(206, cut.statusCode());
        assertArrayEquals(Arrays.copyOfRange(whole.body(), 100, 200), cut.body());
        assertEquals(
                416,
                host.get(stream + "/360p/1.m4s", "Range", "bytes=99999999-").statusCode());
        assertEquals(200, host.get(stream + "/360p/init.mp4").statusCode());
        assertEquals(404, host.get(stream + "/360p/999.m4s").statusCode());
        int growing = Playlist.parse(host.text(stream + "/360p/media.m3u8")).last() + 1;
        byte[] asItCame = host.get(stream + "/360p/" + growing + ".m4s").body();
        assertArrayEquals(
                asItCame, host.get(stream + "/360p/" + growing + ".m4s").body());
    }

    private void manifestSpeaksOfTheSameSegments(String stream) throws Exception {
        byte[] manifest = host.get(CHANNEL + "/manifest.mpd").body();
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(manifest))
                .getDocumentElement();
        assertEquals("dynamic", root.getAttribute("type"));
        assertEquals(4, root.getElementsByTagName("Representation").getLength());
        Element template =
                (Element) root.getElementsByTagName("SegmentTemplate").item(0);
        assertEquals("$RepresentationID$/$Number$.m4s", template.getAttribute("media"));
        assertEquals(1.667, Double.parseDouble(template.getAttribute("availabilityTimeOffset")), 0.001);
        String location = root.getElementsByTagName("Location").item(0).getTextContent();
        String lasting =
                host.url() + CHANNEL + "/session/[A-Za-z0-9_-]{32}" + stream.substring(stream.lastIndexOf('/'));
        assertTrue(location.matches(lasting + "/manifest.mpd"), location);
        assertEquals(location, root.getElementsByTagName("BaseURL").item(0).getTextContent() + "manifest.mpd");
        assertEquals(200, host.get(URI.create(location).getPath()).statusCode());
    }

    private void controlTellsWhatIsOnAir(String stream, String folder) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (viewers() != 1) {
            assertTrue(System.nanoTime() < deadline, "whoever fetches is a viewer");
            int newest = Playlist.parse(host.text(folder + "/360p/media.m3u8")).last();
            assertEquals(200, host.get(folder + "/360p/" + newest + ".m4s").statusCode());
        }
        JsonNode state = LiveHost.parse(
                host.control("GET", "/channels/" + LiveHost.CHANNEL, "").body());
        assertEquals("ON_AIR", state.path("state").asText());
        assertEquals(stream, state.path("stream").asText());
        JsonNode list =
                LiveHost.parse(host.control("GET", "/channels?state=ON_AIR", "").body());
        assertEquals(1, list.path("channels").size());
        HttpResponse<String> picture = host.control("POST", "/channels/" + LiveHost.CHANNEL + "/snapshot", "");
        assertEquals(200, picture.statusCode(), picture.body());
        HttpResponse<byte[]> cover = host.get("/media/covers/" + LiveHost.CHANNEL + ".jpg");
        assertEquals("image/jpeg", cover.headers().firstValue("Content-Type").orElse(""));
        assertEquals((byte) 0xd8, cover.body()[1]);
        assertEquals(401, host.controlWithout("GET", "/channels/x", "wrong").statusCode());
        assertEquals(404, host.control("GET", "/channels/unknown", "").statusCode());
    }

    private int viewers() throws Exception {
        String state = host.control("GET", "/channels/" + LiveHost.CHANNEL, "").body();
        return LiveHost.parse(state).path("viewers").asInt();
    }

    private void replayIsTheShow() throws Exception {
        assertEquals(
                202,
                host.control("POST", "/channels/" + LiveHost.CHANNEL + "/end", "")
                        .statusCode());
        String key = "recordings/" + LiveHost.CHANNEL + "/recording.json";
        Await.until("recording", LIMIT, () -> bucket.store().exists(key));
        String job = "{\"id\":\"job-1\",\"channel\":\"%s\",\"recordingKey\":\"%s\",\"outputPrefix\":\"vod/%s/\"}"
                .formatted(LiveHost.CHANNEL, key, LiveHost.CHANNEL);
        assertEquals(202, host.control("POST", "/jobs", job).statusCode());
        assertEquals(202, host.control("POST", "/jobs", job).statusCode());
        JsonNode rendered = host.jobMessage(1);
        assertEquals("rendered", rendered.path("type").asText(), rendered::toString);
        assertEquals(SECONDS * 1_000, rendered.path("durationMillis").asDouble(), 1_000);
        String master = host.text("/media/" + rendered.path("hlsKey").asText());
        assertTrue(master.contains("TYPE=AUDIO") && master.contains("1280x720"), master);
        assertTrue(host.text("/media/" + rendered.path("dashKey").asText()).contains("<SegmentTimeline>"));
        String mp4 = "/media/" + rendered.path("mp4Key").asText();
        assertEquals(206, host.get(mp4, "Range", "bytes=0-99").statusCode());
        String etag = host.get(mp4).headers().firstValue("ETag").orElseThrow();
        assertEquals(304, host.get(mp4, "If-None-Match", etag).statusCode());
        assertEquals(404, host.get("/media/" + key).statusCode());
        assertEquals(404, host.get("/media/vod/../" + key).statusCode());
    }
}
