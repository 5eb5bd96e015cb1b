package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.live.wire.WireLimits;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewersAreThrottledBySourceTest {
    private static final ThrottleSettings TWO = new ThrottleSettings(0.1, 2, 100, 100);

    @ParameterizedTest
    @ValueSource(strings = {"/live/a", "/media/a"})
    void whoAsksTooOftenIsToldWhenToComeBackAndNobodyElseIs(String path, @TempDir Path folder) throws Exception {
        var limits = new EdgeLimits(WireLimits.DEFAULTS, ThrottleSettings.DEFAULT, TWO, TWO);
        try (var edge = new AnEdge(folder, limits, (_, _, _) -> AnEdge.answered("{}"))) {
            assertEquals(200, edge.get(path).statusCode());
            assertEquals(200, edge.get(path).statusCode());
            var refused = edge.get(path);

            assertEquals(429, refused.statusCode());
            assertEquals("10", refused.headers().firstValue("retry-after").orElse(""));
            assertEquals(
                    "*",
                    refused.headers().firstValue("access-control-allow-origin").orElse(""));
            assertEquals(
                    "/problems/too-many-requests",
                    AnEdge.json(refused).get("type").asText());
            try (var other = new Socket(
                    InetAddress.getByName("127.0.0.1"), edge.port(), InetAddress.getByName("127.0.0.2"), 0)) {
                other.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                var told = new String(other.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                assertEquals("HTTP/1.1 200", told.substring(0, 12));
            }
        }
    }

    @Test
    void aHouseFullOfViewersIsNotThrottled() {
        var nanos = new AtomicLong();
        var throttle = new Throttle(EdgeLimits.DEFAULT.live(), nanos::get);
        // forty viewers behind one address, ten requests a second each
        for (var i = 0; i < 24_000; i++) {
            assertEquals(Optional.empty(), throttle.refuse("192.0.2.1"));
            nanos.addAndGet(Duration.ofSeconds(1).toNanos() / 400);
        }
    }
}
