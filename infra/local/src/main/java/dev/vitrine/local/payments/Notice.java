package dev.vitrine.local.payments;

import java.time.Instant;

/// One fact that the merchant has to hear, with the story of its delivery.
///
/// @param id of the event: the same in every attempt
/// @param copies how many times one attempt sends it, at once
/// @param attempts made so far
/// @param dueAt not attempted before
record Notice(String id, Kind kind, Instant at, int copies, int attempts, Instant dueAt, Fate fate) {

    enum Kind {
        SUCCEEDED("payment.succeeded"),
        REFUSED("payment.refused"),
        EXPIRED("payment.expired");

        final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    enum Fate {
        WAITING,
        /// Every copy of one attempt was answered with 2xx.
        TAKEN,
        GIVEN_UP
    }

    static Notice of(String id, Kind kind, Instant now, int copies) {
        return new Notice(id, kind, now, copies, 0, now, Fate.WAITING);
    }

    boolean waiting() {
        return fate == Fate.WAITING;
    }

    /// After one more attempt.
    Notice attempted(boolean taken, Instant now, SandboxSettings settings) {
        var made = attempts + 1;
        if (taken) {
            return new Notice(id, kind, at, copies, made, dueAt, Fate.TAKEN);
        }
        return made >= settings.maxAttempts()
                ? new Notice(id, kind, at, copies, made, dueAt, Fate.GIVEN_UP)
                : new Notice(id, kind, at, copies, made, now.plus(settings.retryAfter(made)), Fate.WAITING);
    }
}
