package dev.vitrine.chat.talk.entity;

import java.time.Duration;
import java.util.Optional;

/// How an attempt to say, like or join ended.
public sealed interface Outcome<T> {
    record Done<T>(T what) implements Outcome<T> {}

    /// @param retryAfter when the same would pass; empty if never, or if nobody can tell
    record Refused<T>(Rule rule, String detail, Optional<Duration> retryAfter) implements Outcome<T> {}

    static <T> Outcome<T> done(T what) {
        return new Done<>(what);
    }

    static <T> Outcome<T> refused(Rule rule) {
        return new Refused<>(rule, rule.words(), Optional.empty());
    }

    static <T> Outcome<T> refused(Rule rule, String detail) {
        return new Refused<>(rule, detail, Optional.empty());
    }
}
