package dev.vitrine.chat.run.entity;

import dev.vitrine.chat.entity.Lane;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Where a room's runner stands, as Redis keeps it for the next one.
///
/// @param laneAt number of the item that told the present lane, 0 if there never was one
/// @param laneSince when it was told
/// @param sent up to here the sockets have everything that lane A brings
/// @param kept up to here the history has the danmaku
/// @param slot the newest slot that is written
/// @param slotUntil up to here the segments have everything
/// @param claimed the slot that is being written, fixed before it is
/// @param likes all taps, and how many of them were told when
/// @param viewersTold with `presenceAt`, the last presence item
/// @param last the last number given
/// @param viewers how many sockets there are
public record RunState(
        Lane lane,
        long laneAt,
        Instant laneSince,
        long sent,
        long kept,
        long slot,
        long slotUntil,
        Optional<Slot> claimed,
        long likes,
        long likesTold,
        Instant likesAt,
        int peak,
        int viewersTold,
        Instant presenceAt,
        long last,
        int viewers) {
    public RunState {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(claimed, "claimed");
    }

    /// A slot of lane B: everything of `(after, until]`.
    public record Slot(long number, long after, long until, int viewers, long likes) {}

    /// Whether the segments have yet to bring what came before the room went back to lane A.
    public boolean closing() {
        return lane == Lane.A && slotUntil < laneAt;
    }

    /// Whether segments are written now.
    public boolean segmented() {
        return lane == Lane.B || closing();
    }

    /// Up to where sockets are served: on lane B to the item that told of it.
    public long socketsUntil() {
        return lane == Lane.A ? last : laneAt;
    }

    /// Whether the present lane has taken over from the other altogether.
    public boolean settled() {
        return claimed.isEmpty() && !closing() && sent >= Math.min(laneAt, socketsUntil());
    }

    /// What the history may take: nothing whose sampling is still open.
    public long keepable() {
        return segmented() ? slotUntil : last;
    }
}
