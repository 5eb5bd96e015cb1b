package dev.vitrine.rooms.entity;

import dev.vitrine.rooms.entity.RoomState.Cancelled;
import dev.vitrine.rooms.entity.RoomState.Ended;
import dev.vitrine.rooms.entity.RoomState.Interrupted;
import dev.vitrine.rooms.entity.RoomState.Live;
import dev.vitrine.rooms.entity.RoomState.Ready;
import dev.vitrine.rooms.entity.RoomState.ReplayReady;
import dev.vitrine.rooms.entity.RoomState.Scheduled;

/// Every legal move of a room:
/// `SCHEDULED -> READY -> LIVE <-> INTERRUPTED -> ENDED -> REPLAY_READY`, and `SCHEDULED | READY -> CANCELLED`.
///
/// A report about a stream is judged by the stream's name and its time: one about an earlier stream, or a stream
/// that is known to be over, changes nothing.
final class RoomMoves {
    private RoomMoves() {}

    /// @return the state after the move; the same state when a report changes nothing
    /// @throws IllegalMove when a command does not fit the state
    static RoomState after(RoomState from, Move move) {
        return switch (move) {
            case Move.IssueKey issue -> issueKey(from, issue);
            case Move.Cancel cancel -> cancel(from, cancel);
            case Move.End end -> end(from, end);
            case Move.OpenReplay open -> openReplay(from, open);
            case Move.StreamStarted started -> started(from, started);
            case Move.StreamStopped stopped -> stopped(from, stopped);
            case Move.FoundOnAir found -> foundOnAir(from, found);
            case Move.FoundOffAir found -> foundOffAir(from, found);
        };
    }

    private static RoomState issueKey(RoomState from, Move.IssueKey issue) {
        return switch (from) {
            case Scheduled _, Ready _ -> new Ready();
            case Live _, Interrupted _ -> from;
            case Ended _, ReplayReady _, Cancelled _ -> throw new IllegalMove(from, issue);
        };
    }

    private static RoomState cancel(RoomState from, Move.Cancel cancel) {
        return switch (from) {
            case Scheduled _, Ready _ -> new Cancelled(cancel.at());
            case Live _, Interrupted _, Ended _, ReplayReady _, Cancelled _ -> throw new IllegalMove(from, cancel);
        };
    }

    private static RoomState end(RoomState from, Move.End end) {
        return switch (from) {
            case Live _, Interrupted _ -> new Ended(end.at());
            case Scheduled _, Ready _, Ended _, ReplayReady _, Cancelled _ -> throw new IllegalMove(from, end);
        };
    }

    /// A replay that is rendered again takes the place of the one before.
    private static RoomState openReplay(RoomState from, Move.OpenReplay open) {
        return switch (from) {
            case Ended(var at) -> new ReplayReady(at, open.replay());
            case ReplayReady(var endedAt, var replay) -> new ReplayReady(endedAt, open.replay());
            case Scheduled _, Ready _, Live _, Interrupted _, Cancelled _ -> throw new IllegalMove(from, open);
        };
    }

    private static RoomState started(RoomState from, Move.StreamStarted started) {
        var live = new Live(started.stream(), started.at());
        return switch (from) {
            case Ready _ -> live;
            case Interrupted(var last, var since) ->
                live.stream().equals(last) || live.since().isBefore(since) ? from : live;
            case Live(var current, var since) ->
                live.stream().equals(current) || !live.since().isAfter(since) ? from : live;
            case Scheduled _, Ended _, ReplayReady _, Cancelled _ -> from;
        };
    }

    /// A later stream that came and went unseen while the room was interrupted starts the wait anew.
    private static RoomState stopped(RoomState from, Move.StreamStopped stopped) {
        var interrupted = new Interrupted(stopped.stream(), stopped.at());
        return switch (from) {
            case Live(var current, var since) -> interrupted.last().equals(current) ? interrupted : from;
            case Interrupted(var last, var since) ->
                interrupted.last().equals(last) || !interrupted.since().isAfter(since) ? from : interrupted;
            case Scheduled _, Ready _, Ended _, ReplayReady _, Cancelled _ -> from;
        };
    }

    private static RoomState foundOnAir(RoomState from, Move.FoundOnAir found) {
        return switch (from) {
            case Ready _, Interrupted _ -> new Live(found.stream(), found.since());
            case Live(var current, var since) ->
                found.stream().equals(current) ? from : new Live(found.stream(), found.since());
            case Scheduled _, Ended _, ReplayReady _, Cancelled _ -> from;
        };
    }

    private static RoomState foundOffAir(RoomState from, Move.FoundOffAir found) {
        return switch (from) {
            case Live(var current, var since) -> new Interrupted(current, found.at());
            case Scheduled _, Ready _, Interrupted _, Ended _, ReplayReady _, Cancelled _ -> from;
        };
    }
}
