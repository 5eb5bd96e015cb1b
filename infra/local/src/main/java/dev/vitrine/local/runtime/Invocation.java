package dev.vitrine.local.runtime;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/// One event on its way through one process.
final class Invocation {
    private final String requestId;
    private final byte[] payload;
    private final Instant deadline;
    private final String trace;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile boolean taken;

    Invocation(String requestId, byte[] payload, Instant deadline, String trace) {
        this.requestId = requestId;
        this.payload = payload;
        this.deadline = deadline;
        this.trace = trace;
    }

    static String newRequestId() {
        return UUID.randomUUID().toString();
    }

    /// An unsampled X-Ray header, as Lambda makes one up for callers that send none.
    static String newTrace() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        var time = hex.toHexDigits((int) Instant.now().getEpochSecond());
        var root = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextInt());
        return "Root=1-" + time + "-" + root + ";Parent=" + hex.toHexDigits(random.nextLong()) + ";Sampled=0";
    }

    String requestId() {
        return requestId;
    }

    byte[] payload() {
        return payload;
    }

    Instant deadline() {
        return deadline;
    }

    String trace() {
        return trace;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    void take() {
        taken = true;
    }

    /// The process is gone: whatever it had not answered it never will.
    void abandon() {
        answer.complete(new Answer.Exited(taken));
    }
}
