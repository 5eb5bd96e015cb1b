package dev.vitrine.local.gateway;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// The trace id that API Gateway makes up for a request without one.
final class TraceHeader {
    private TraceHeader() {}

    static String make() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        var time = hex.toHexDigits((int) Instant.now().getEpochSecond());
        return "Root=1-" + time + "-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextInt());
    }
}
