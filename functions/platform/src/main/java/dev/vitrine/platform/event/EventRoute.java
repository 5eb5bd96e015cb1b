package dev.vitrine.platform.event;

import dev.vitrine.model.InvalidValue;
import java.net.URI;
import java.util.Objects;

/// One subscription: the queue an event goes to, and how long it rests there before a consumer sees it.
public record EventRoute(URI queueUrl, int delaySeconds) {
    /// SQS, DelaySeconds: 900 seconds at most.
    static final int LONGEST_DELAY_SECONDS = 900;

    public EventRoute {
        Objects.requireNonNull(queueUrl, "queueUrl");
        if (delaySeconds < 0 || delaySeconds > LONGEST_DELAY_SECONDS) {
            throw new InvalidValue("delaySeconds", "must be 0 to " + LONGEST_DELAY_SECONDS);
        }
    }
}
