package dev.vitrine.rooms.entity;

import dev.vitrine.pipeline.StreamRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Where a room is in its life. Instants are kept to the millisecond, so that a state read back equals the one
/// written.
public sealed interface RoomState {
    StateName name();

    record Scheduled() implements RoomState {
        @Override
        public StateName name() {
            return StateName.SCHEDULED;
        }
    }

    /// Has a key to push with.
    record Ready() implements RoomState {
        @Override
        public StateName name() {
            return StateName.READY;
        }
    }

    /// @param since when this stream came on air
    record Live(StreamRef stream, Instant since) implements RoomState {
        public Live {
            since = since.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public StateName name() {
            return StateName.LIVE;
        }
    }

    /// The push went away and may come back.
    ///
    /// @param last the stream that went
    record Interrupted(StreamRef last, Instant since) implements RoomState {
        public Interrupted {
            since = since.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public StateName name() {
            return StateName.INTERRUPTED;
        }
    }

    record Ended(Instant at) implements RoomState {
        public Ended {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public StateName name() {
            return StateName.ENDED;
        }
    }

    record ReplayReady(Instant endedAt, Replay replay) implements RoomState {
        @Override
        public StateName name() {
            return StateName.REPLAY_READY;
        }
    }

    record Cancelled(Instant at) implements RoomState {
        public Cancelled {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public StateName name() {
            return StateName.CANCELLED;
        }
    }
}
