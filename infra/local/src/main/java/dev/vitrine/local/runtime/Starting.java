package dev.vitrine.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/// A start of a process that callers wait for. Guarded by the lock of its pool.
final class Starting {
    private Optional<Claim.InitFailed> refusal = Optional.empty();
    private Optional<IOException> breakage = Optional.empty();

    void refused(FunctionProcess process, Answer.Error error, String words, Duration init) {
        refusal = Optional.of(new Claim.InitFailed(process, error, words, Optional.of(init)));
    }

    void broke(IOException e) {
        breakage = Optional.of(e);
    }

    /// Empty while it goes on, and when it went well.
    ///
    /// @throws UncheckedIOException when no process could be started at all
    Optional<Claim> failure() {
        breakage.ifPresent(e -> {
            throw new UncheckedIOException("cannot start a process", e);
        });
        var told = refusal;
        refusal = refusal.map(r -> new Claim.InitFailed(r.process(), r.error(), r.words(), Optional.empty()));
        return told.map(Claim.class::cast);
    }
}
