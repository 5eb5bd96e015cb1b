package dev.vitrine.local.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.gateway.Throttle;
import dev.vitrine.local.gateway.ThrottleSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrangersCrowdNobodyOutOfSocketsTest {
    @TempDir
    Path folder;

    private ASocketApi api;

    @AfterEach
    void stop() {
        if (api != null) {
            api.close();
        }
    }

    private void start(int guests, ThrottleSettings handshakes) throws IOException {
        api = new ASocketApi(
                folder, ASocketApi.settings(guests, handshakes), 4, _ -> ASocketApi.answered(ASocketApi.ACCEPTED));
    }

    private AClient connect(String path, String... headers) throws IOException {
        return new AClient(api.port(), path, headers);
    }

    @Test
    void whoOpensSocketsTooFastIsToldWhenToComeBack() throws Exception {
        start(100, new ThrottleSettings(0.1, 2, 100, 100));
        try (var first = connect("/v1/sockets");
                var second = connect("/v1/sockets");
                var third = connect("/v1/sockets")) {
            assertEquals(101, first.status());
            assertEquals(101, second.status());
            assertEquals(429, third.status());
            assertEquals("10", third.header("Retry-After"));
        }
        assertEquals(2, api.events("CONNECT").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/sockets?access_token=t", "/v1/sockets"})
    void guestsLeavePlacesToThoseWhoBringAToken(String path) throws Exception {
        start(2, SocketSettings.DEFAULT.handshakes());
        var protocols = path.contains("?")
                ? "Sec-WebSocket-Protocol: vitrine.v1"
                : "Sec-WebSocket-Protocol: vitrine.v1, bearer.t";
        try (var first = connect("/v1/sockets");
                var second = connect("/v1/sockets", "Sec-WebSocket-Protocol: vitrine.v1");
                var third = connect("/v1/sockets");
                var known = connect(path, protocols)) {
            assertEquals(101, first.status());
            assertEquals(101, second.status());
            assertEquals(429, third.status());
            assertEquals("5", third.header("Retry-After"));
            assertEquals(101, known.status());
            first.bye(1000, "");
            first.untilClose();
            Eventually.holds("the place is free again", () -> {
                try (var next = connect("/v1/sockets")) {
                    return next.status() == 101;
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void aCrowdThatComesBackAtFiveHundredASecondIsLetIn() {
        var nanos = new AtomicLong();
        var throttle = new Throttle(SocketSettings.DEFAULT.handshakes(), nanos::get);
        for (var i = 0; i < 30_000; i++) {
            assertEquals(Optional.empty(), throttle.refuse("127.0.0.1"));
            nanos.addAndGet(Duration.ofMillis(2).toNanos());
        }
    }
}
