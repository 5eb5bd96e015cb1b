package dev.vitrine.pipeline.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.pipeline.ChannelState;
import dev.vitrine.pipeline.MediaProvider;
import dev.vitrine.pipeline.ProviderRefused;
import dev.vitrine.pipeline.ProviderUnavailable;
import dev.vitrine.pipeline.RenderReplay;
import dev.vitrine.pipeline.StreamRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The adapter against the control protocol, word for word.
class LocalMediaProviderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ChannelRef ROOM = new ChannelRef("room-1");
    private static final Map<String, String> ANSWERS = Map.of(
            "PUT /channels/room-1",
                    "200 {\"channel\":\"room-1\",\"hls\":\"http://h/live/room-1/master.m3u8\",\"dash\":\"http://h/m.mpd\"}",
            "POST /channels/room-1/keys", "200 {\"ingestUrl\":\"rtmp://h/live\",\"streamKey\":\"sk_1\"}",
            "GET /channels/room-1", "200 {\"channel\":\"room-1\",\"state\":\"OFFLINE\",\"viewers\":0,\"ended\":false}",
            "GET /channels?state=ON_AIR",
                    "200 {\"channels\":[{\"channel\":\"room-1\",\"state\":\"ON_AIR\",\"stream\":\"s1\","
                            + "\"since\":\"2026-11-22T12:00:00Z\",\"viewers\":3,\"ended\":false}]}",
            "POST /channels/room-1/end", "202 ",
            "POST /channels/room-1/snapshot", "409 {}",
            "POST /channels/broken/end", "500 {}",
            "POST /jobs", "202 ");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private MediaProvider provider;
    private LocalControl control;

    @BeforeEach
    void aServiceThatSpeaksTheProtocol() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(question + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            var answer = ANSWERS.getOrDefault(question, "404 {}").split(" ", 2);
            var bytes = answer[1].getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer[0]), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        control = new LocalControl(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token-1");
        provider = new LocalMediaProvider(control);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aChannelIsPreparedAndGetsAKey() {
        var channel = provider.prepare("room-1").await().atMost(PATIENCE);
        var key = provider.rotateKey(channel.ref()).await().atMost(PATIENCE);

        assertEquals(ROOM, channel.ref());
        assertEquals("sk_1", key.streamKey());
        assertEquals("PUT /channels/room-1 Bearer token-1 ", asked.getFirst());
    }

    @Test
    void statesAreReadAndAnUnknownChannelIsNoFailure() {
        assertInstanceOf(
                ChannelState.Offline.class, provider.state(ROOM).await().atMost(PATIENCE));
        assertInstanceOf(
                ChannelState.Unknown.class,
                provider.state(new ChannelRef("nobody")).await().atMost(PATIENCE));
        assertEquals(
                Map.of(ROOM, new ChannelState.OnAir(new StreamRef("s1"), Instant.parse("2026-11-22T12:00:00Z"), 3)),
                provider.onAir().await().atMost(PATIENCE));
    }

    @Test
    void jobsAreHandedOverWhole() {
        var job = new RenderReplay("job-1", ROOM, "recordings/room-1/recording.json", "vod/room-1/");

        new LocalMediaJobs(control).submit(job).await().atMost(PATIENCE);

        assertTrue(asked.getFirst()
                .endsWith("{\"id\":\"job-1\",\"channel\":\"room-1\","
                        + "\"recordingKey\":\"recordings/room-1/recording.json\",\"outputPrefix\":\"vod/room-1/\"}"));
    }

    @Test
    void aRefusalIsToldFromAFailure() {
        provider.end(ROOM).await().atMost(PATIENCE);
        var snapshot = provider.snapshot(ROOM);
        var broken = provider.end(new ChannelRef("broken"));

        assertEquals(
                409,
                assertThrows(ProviderRefused.class, () -> snapshot.await().atMost(PATIENCE))
                        .status());
        assertThrows(ProviderUnavailable.class, () -> broken.await().atMost(PATIENCE));
    }

    @Test
    void aDeadServiceIsUnavailable() {
        server.stop(0);
        var dead = provider.onAir();

        assertThrows(ProviderUnavailable.class, () -> dead.await().atMost(PATIENCE));
    }
}
