package dev.vitrine.rooms.entity;

import java.time.Instant;
import java.util.Optional;

/// What happened to a room that others want to know.
public sealed interface RoomFact {
    record Scheduled() implements RoomFact {}

    /// It has a key: its streamer is about to begin.
    record Prepared() implements RoomFact {}

    /// @param resumed whether the show had been live before
    record WentLive(Instant at, boolean resumed) implements RoomFact {}

    record Interrupted(Instant since) implements RoomFact {}

    record Ended(Instant at) implements RoomFact {}

    record ReplayOpened(Replay replay) implements RoomFact {}

    record Cancelled(Instant at) implements RoomFact {}

    /// What the step from one state to the next tells; nothing when a viewer would see no difference.
    static Optional<RoomFact> of(RoomState before, RoomState after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        return switch (after) {
            case RoomState.Scheduled _ -> Optional.empty();
            case RoomState.Ready _ -> Optional.of(new Prepared());
            case RoomState.Live(var stream, var since) ->
                switch (before) {
                    case RoomState.Live _ -> Optional.empty();
                    case RoomState.Interrupted _ -> Optional.of(new WentLive(since, true));
                    default -> Optional.of(new WentLive(since, false));
                };
            case RoomState.Interrupted(var last, var since) -> Optional.of(new Interrupted(since));
            case RoomState.Ended(var at) -> Optional.of(new Ended(at));
            case RoomState.ReplayReady(var endedAt, var replay) -> Optional.of(new ReplayOpened(replay));
            case RoomState.Cancelled(var at) -> Optional.of(new Cancelled(at));
        };
    }
}
