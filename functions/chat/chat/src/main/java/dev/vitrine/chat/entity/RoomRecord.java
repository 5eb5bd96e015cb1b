package dev.vitrine.chat.entity;

import dev.vitrine.model.RoomId;
import java.time.Duration;
import java.time.Instant;

/// What chat knows of a room.
///
/// @param stateAt since when the show is in its state
public record RoomRecord(RoomId id, String streamer, ShowState state, Instant stateAt, Policy policy) {
    /// After a show people say goodbye.
    public static final Duration LINGERS = Duration.ofMinutes(10);

    /// Whether viewers may talk.
    public boolean open(Instant now) {
        return switch (state) {
            case READY, LIVE, INTERRUPTED -> true;
            case ENDED -> now.isBefore(stateAt.plus(LINGERS));
            case SCHEDULED, REPLAY_READY, CANCELLED -> false;
        };
    }

    public RoomRecord with(Policy changed) {
        return new RoomRecord(id, streamer, state, stateAt, changed);
    }
}
