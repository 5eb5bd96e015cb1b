package dev.vitrine.rooms.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/// Where a room stands in the list: live ones (latest first), upcoming (soonest first), over (latest first),
/// cancelled.
///
/// Kept as two numbers that sort upwards, so that one index serves the order and a page starts by one comparison.
@Embeddable
public class ListPosition {
    public static final short LAST_GROUP = 3;

    @Column(name = "list_group")
    short group;

    /// Milliseconds of the Unix epoch; negative where the latest comes first.
    @Column(name = "list_rank")
    long rank;

    ListPosition() {}

    private ListPosition(int group, long rank) {
        this.group = (short) group;
        this.rank = rank;
    }

    static ListPosition of(RoomState state, Instant startsAt, Instant liveAt) {
        return switch (state) {
            case RoomState.Live _, RoomState.Interrupted _ -> new ListPosition(0, -liveAt.toEpochMilli());
            case RoomState.Scheduled _, RoomState.Ready _ -> new ListPosition(1, startsAt.toEpochMilli());
            case RoomState.Ended(var at) -> new ListPosition(2, -at.toEpochMilli());
            case RoomState.ReplayReady(var endedAt, var replay) -> new ListPosition(2, -endedAt.toEpochMilli());
            case RoomState.Cancelled(var at) -> new ListPosition(LAST_GROUP, -at.toEpochMilli());
        };
    }

    public short group() {
        return group;
    }

    public long rank() {
        return rank;
    }
}
