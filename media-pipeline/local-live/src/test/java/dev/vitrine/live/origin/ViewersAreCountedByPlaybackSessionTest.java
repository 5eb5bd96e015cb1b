package dev.vitrine.live.origin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Over HTTP, as a client that says what it likes.
class ViewersAreCountedByPlaybackSessionTest {
    private static final String ROOM = "room";
    private static final int IDS = 3_000;
    private static final int MANIFESTS = 300;
    private static final Duration BURST = Duration.ofMillis(2_500);
    private static final Pattern SESSION = Pattern.compile("session/[A-Za-z0-9_-]{32}/stream-1/");

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;
    private final Viewers viewers = new Viewers(clock);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private WebServer edge;

    @BeforeEach
    void start() throws Exception {
        Origin origin = new Origin(clock);
        origin.add(onAir(ROOM), "secret");
        origin.add(onAir("room2"), "secret");
        PlaybackSessions sessions = new PlaybackSessions("a key for tests alone", clock, new SecureRandom());
        edge = WebServer.builder()
                .address(InetAddress.getByName("127.0.0.1"))
                .port(0)
                .shutdownHook(false)
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .routing(routing ->
                        routing.register("/live", new OriginService(origin, sessions, viewers, clock, "http://edge")))
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        edge.stop();
    }

    private LiveStream onAir(String channel) {
        List<TrackPlan> plans =
                List.of(new TrackPlan("240p", 0.334, 300_000, 30), new TrackPlan(TrackPlan.AUDIO, 0.334, 96_000, 0));
        LiveStream stream = new LiveStream(channel, "stream-1", plans, clock, Samples.NOBODY);
        for (TrackPlan plan : plans) {
            stream.storeInit(plan.name(), Samples.init());
            for (int number = 1; number <= 2; number++) {
                Segment segment = stream.openSegment(plan.name(), number);
                byte[] bytes = Samples.segment(number);
                stream.append(plan.name(), segment, bytes, bytes.length);
                stream.completeSegment(plan.name(), number, segment);
                stream.closeSegment(plan.name(), number, segment);
            }
        }
        return stream;
    }

    @Test
    void threeThousandCmcdIdsInTwoAndAHalfSecondsFromOneClientAreOneViewer() throws Exception {
        String folder = hlsFolder(ROOM);
        for (int i = 0; i < IDS; i++) {
            String cmcd = URLEncoder.encode("sid=\"" + i + "\"", StandardCharsets.UTF_8);
            watch(folder + "240p/1.0.m4s?CMCD=" + cmcd);
            now = now.plus(BURST.dividedBy(IDS));
        }
        assertEquals(0, viewers.count(ROOM));
        now = now.plus(Viewers.SETTLED);
        watch(folder + "240p/2.m4s");
        assertEquals(1, viewers.count(ROOM));
    }

    @Test
    void manifestsInABurstAreNoViewersAndLaterNoMoreThanOneAddressMayBe() throws Exception {
        List<String> folders = new ArrayList<>();
        for (int i = 0; i < MANIFESTS; i++) {
            folders.add(hlsFolder(ROOM));
            watch(folders.getLast() + "240p/1.0.m4s");
            now = now.plus(BURST.dividedBy(MANIFESTS));
        }
        assertEquals(0, viewers.count(ROOM));
        now = now.plus(Viewers.SETTLED);
        for (String folder : folders) {
            watch(folder + "240p/2.0.m4s");
        }
        assertEquals(Viewers.MAX_OF_ONE_ADDRESS, viewers.count(ROOM));
    }

    @Test
    void anUnsignedAnExpiredOrAnotherRoomsSessionPlaysAndCountsNothing() throws Exception {
        String old = hlsFolder(ROOM);
        now = now.plus(PlaybackSessions.LIFETIME);
        List<String> folders = List.of(
                old,
                hlsFolder("room2").replace("/room2/", "/room/"),
                "/live/room/session/" + "A".repeat(32) + "/stream-1/",
                "/live/room/session/anything/stream-1/",
                "/live/room/stream-1/");
        for (int round = 0; round < 2; round++) {
            for (String folder : folders) {
                watch(folder + "240p/1.m4s");
                assertEquals(200, get(folder + "240p/media.m3u8").statusCode());
            }
            now = now.plus(Viewers.SETTLED);
        }
        assertEquals(0, viewers.count(ROOM));
        assertEquals(0, viewers.count("room2"));
    }

    @Test
    void onlyMediaThatWasSentCounts() throws Exception {
        String folder = hlsFolder(ROOM);
        for (int round = 0; round < 3; round++) {
            assertEquals(200, get(folder + "240p/media.m3u8").statusCode());
            assertEquals(200, get(folder + "240p/init.mp4").statusCode());
            assertEquals(404, get(folder + "240p/99.m4s").statusCode());
            assertEquals(404, get(folder + "1080p/1.m4s").statusCode());
            now = now.plus(Viewers.SETTLED);
        }
        assertEquals(0, viewers.count(ROOM));
    }

    @Test
    void aManifestIsForOneViewer() throws Exception {
        for (String address : List.of("/live/room/master.m3u8", "/live/room/manifest.mpd")) {
            HttpResponse<byte[]> one = get(address);
            assertEquals("no-store", one.headers().firstValue("Cache-Control").orElse(""));
            assertNotEquals(session(text(one)), session(text(get(address))));
        }
    }

    /// So a CDN that cuts the session out of the address has one copy of each.
    @Test
    void whatASessionNamesIsTheSameForAll() throws Exception {
        String one = hlsFolder(ROOM);
        String other = dashFolder();
        for (String file : List.of(
                "manifest.mpd", "240p/media.m3u8", "audio/media.m3u8", "240p/init.mp4", "240p/1.m4s", "240p/2.1.m4s")) {
            HttpResponse<byte[]> plain = get("/live/room/stream-1/" + file);
            assertEquals(200, plain.statusCode(), file);
            for (String folder : List.of(one, other)) {
                HttpResponse<byte[]> mine = get(folder + file);
                assertArrayEquals(plain.body(), mine.body(), file);
                assertEquals(
                        plain.headers().firstValue("Cache-Control"),
                        mine.headers().firstValue("Cache-Control"));
            }
            assertFalse(text(plain).contains("session/"), file);
        }
    }

    @Test
    void aDashManifestLeadsToItsSession() throws Exception {
        String folder = dashFolder();
        String manifest = text(get("/live/room/manifest.mpd"));
        assertTrue(manifest.contains("<Location>http://edge/live/room/session/"), manifest);
        String lasting = text(get(folder + "manifest.mpd"));
        assertFalse(lasting.contains("<Location>") || lasting.contains("<BaseURL>"), lasting);
        watch(folder + "audio/1.m4s");
        now = now.plus(Viewers.SETTLED);
        watch(folder + "240p/2.m4s");
        assertEquals(1, viewers.count(ROOM));
    }

    private String hlsFolder(String room) throws Exception {
        return "/live/" + room + "/" + session(text(get("/live/" + room + "/master.m3u8")));
    }

    private String dashFolder() throws Exception {
        return "/live/room/" + session(text(get("/live/room/manifest.mpd")));
    }

    private static String session(String manifest) {
        Matcher session = SESSION.matcher(manifest);
        assertTrue(session.find(), manifest);
        return session.group();
    }

    private void watch(String path) throws Exception {
        assertEquals(200, get(path).statusCode(), path);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
