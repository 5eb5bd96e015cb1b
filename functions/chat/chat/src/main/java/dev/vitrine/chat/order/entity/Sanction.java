package dev.vitrine.chat.order.entity;

import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.model.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Who may not talk, and why.
///
/// @param until the end of a mute; a ban has none
public record Sanction(
        UUID id, Viewer viewer, String name, Kind kind, Optional<Instant> until, Reason reason, Instant at) {
    public static final Duration SHORTEST = Duration.ofSeconds(10);
    public static final Duration LONGEST = Duration.ofDays(30);

    public enum Kind {
        MUTE,
        BAN
    }

    /// @param length of a mute; a ban has none
    public record Ordered(Kind kind, Optional<Duration> length, Reason reason) {
        public Ordered {
            if (kind == Kind.MUTE && length.isEmpty()) {
                throw new InvalidValue("seconds", "is required for a MUTE");
            }
            if (kind == Kind.BAN && length.isPresent()) {
                throw new InvalidValue("seconds", "is not allowed for a BAN");
            }
            length.ifPresent(Ordered::check);
        }

        private static void check(Duration length) {
            if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
                throw new InvalidValue("seconds", "must be " + SHORTEST.toSeconds() + " to " + LONGEST.toSeconds());
            }
        }
    }
}
