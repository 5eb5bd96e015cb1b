package dev.vitrine.chat.entity;

import dev.vitrine.model.InvalidValue;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Something that happened in a room. It gets its number when it enters the room's log.
public sealed interface Item {
    Instant at();

    /// Whether every reader must see it, however many items there are.
    default boolean kept() {
        return true;
    }

    /// @param onAirAt when the picture that the speaker saw was on air
    record Danmaku(Instant at, Author by, DanmakuText text, Colour colour, Position position, Instant onAirAt)
            implements Item {
        @Override
        public boolean kept() {
            return false;
        }
    }

    record Likes(Instant at, long count, long total) implements Item {
        @Override
        public boolean kept() {
            return false;
        }
    }

    record Presence(Instant at, int viewers, int peak) implements Item {
        @Override
        public boolean kept() {
            return false;
        }
    }

    /// The show itself.
    record Show(Instant at, Event event) implements Item {
        public enum Event {
            LIVE,
            INTERRUPTED,
            ENDED,
            REPLAY_READY,
            CANCELLED
        }
    }

    /// An act of a moderator, as readers have to know it.
    sealed interface Moderation extends Item {}

    record MessageDeleted(Instant at, long message) implements Moderation {}

    record MessagesErased(Instant at, Viewer viewer) implements Moderation {}

    record ViewerMuted(Instant at, Viewer viewer, Instant until) implements Moderation {}

    record ViewerBanned(Instant at, Viewer viewer) implements Moderation {}

    record SanctionLifted(Instant at, Viewer viewer) implements Moderation {}

    record PolicyChanged(Instant at, Policy policy) implements Moderation {}

    record ModeratorAppointed(Instant at, Viewer viewer) implements Moderation {}

    record ModeratorDismissed(Instant at, Viewer viewer) implements Moderation {}

    /// The room changes its lane; with B, the first slot to read.
    record LaneChanged(Instant at, Lane lane, Optional<Segments> segments) implements Item {}

    /// What another capability shows in the room.
    ///
    /// @param body one JSON object, as text
    record Priority(Instant at, String kind, String body) implements Item {
        public static final Set<String> KINDS = Set.of("gift", "pin", "flash-sale", "order-ticker");

        public Priority {
            if (!KINDS.contains(kind)) {
                throw new InvalidValue("kind", "must be one of " + KINDS);
            }
        }
    }
}
