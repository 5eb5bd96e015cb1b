package dev.vitrine.rooms.entity;

import dev.vitrine.pipeline.StreamRef;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/// A `RoomState` as columns.
@Embeddable
class StateColumns {
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    StateName name;

    @Column(name = "state_since")
    Instant since;

    @Column(name = "stream")
    String stream;

    @Column(name = "replay_hls_key")
    String hlsKey;

    @Column(name = "replay_dash_key")
    String dashKey;

    @Column(name = "replay_mp4_key")
    String mp4Key;

    @Column(name = "replay_millis")
    Long replayMillis;

    StateColumns() {}

    static StateColumns of(RoomState state) {
        var columns = new StateColumns();
        columns.name = state.name();
        switch (state) {
            case RoomState.Scheduled _, RoomState.Ready _ -> {}
            case RoomState.Live(var stream, var since) -> columns.stream(stream, since);
            case RoomState.Interrupted(var last, var since) -> columns.stream(last, since);
            case RoomState.Ended(var at) -> columns.since = at;
            case RoomState.Cancelled(var at) -> columns.since = at;
            case RoomState.ReplayReady(var endedAt, var replay) -> columns.replay(endedAt, replay);
        }
        return columns;
    }

    RoomState read() {
        return switch (name) {
            case SCHEDULED -> new RoomState.Scheduled();
            case READY -> new RoomState.Ready();
            case LIVE -> new RoomState.Live(new StreamRef(stream), since);
            case INTERRUPTED -> new RoomState.Interrupted(new StreamRef(stream), since);
            case ENDED -> new RoomState.Ended(since);
            case CANCELLED -> new RoomState.Cancelled(since);
            case REPLAY_READY -> new RoomState.ReplayReady(since, new Replay(hlsKey, dashKey, mp4Key, replayMillis));
        };
    }

    private void stream(StreamRef newest, Instant at) {
        stream = newest.value();
        since = at;
    }

    private void replay(Instant endedAt, Replay replay) {
        since = endedAt;
        hlsKey = replay.hlsKey();
        dashKey = replay.dashKey();
        mp4Key = replay.mp4Key();
        replayMillis = replay.durationMillis();
    }
}
