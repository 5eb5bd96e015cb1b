package dev.vitrine.platform.token;

import dev.vitrine.platform.edge.Caller;
import java.time.Instant;
import java.util.Objects;

/// Who holds a token that is good.
///
/// @param until when the token ends
public record Holder(Caller caller, Instant until) {
    public Holder {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(until, "until");
    }
}
