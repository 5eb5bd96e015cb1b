package dev.vitrine.chat.entity;

import dev.vitrine.model.InvalidValue;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Something that happened in a room. It gets its number when it enters the room's log.
public sealed interface Item {
    Instant at();

    /// Whom it is for.
    default Hearers to() {
        return Hearers.EVERYBODY;
    }

    /// @param onAirAt when the picture that the speaker saw was on air
    record Danmaku(Instant at, Author by, DanmakuText text, Colour colour, Position position, Instant onAirAt)
            implements Item {}

    record Likes(Instant at, long count, long total) implements Item {}

    record Presence(Instant at, int viewers, int peak) implements Item {}

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

    /// What another capability shows in the room, as it declared.
    ///
    /// @param kind a name that no item of chat's own has
    /// @param body one JSON object, as text
    /// @param sampled whether readers may miss it under load, as a danmaku
    /// @param ends whether with it ends what stands in the room under this kind
    /// @param replayed whether it belongs in the replay
    record Shown(Instant at, String kind, String body, Hearers to, boolean sampled, boolean ends, boolean replayed)
            implements Item {
        private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");
        private static final Set<String> OWN = Set.of("danmaku", "likes", "presence", "system", "moderation", "lane");

        public Shown {
            if (!KIND.matcher(kind).matches() || OWN.contains(kind)) {
                throw new InvalidValue("kind", "must be 1 to 40 of a-z, 0-9 and -, and none of " + OWN);
            }
            if (!to.everybody() && (sampled || replayed)) {
                throw new InvalidValue("to", "must be everybody where an item is sampled or in the replay");
            }
        }
    }
}
