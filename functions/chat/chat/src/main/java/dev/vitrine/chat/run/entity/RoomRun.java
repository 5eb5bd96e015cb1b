package dev.vitrine.chat.run.entity;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Segments;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a runner decides at each turn, from what it finds. No I/O, no clock: the same state and time give the
/// same decision.
///
/// @param segments where the room's segments are, absolute, ending with a slash
public record RoomRun(RunBounds bounds, URI segments) {

    /// Something that the runner adds to the sequence itself.
    public sealed interface Tell {
        Item item();

        record Likes(Item.Likes item) implements Tell {}

        record Presence(Item.Presence item) implements Tell {}

        /// @param slot that counts as the newest written one
        record ToSegments(Item.LaneChanged item, long slot) implements Tell {}

        record ToSockets(Item.LaneChanged item) implements Tell {}
    }

    public List<Tell> tell(RunState state, Instant now) {
        var tell = new ArrayList<Tell>();
        if (untoldLikes(state) && passed(RunBounds.LIKES_EVERY, state.likesAt(), now)) {
            tell.add(new Tell.Likes(new Item.Likes(now, state.likes() - state.likesTold(), state.likes())));
        }
        if (untoldPresence(state) && passed(RunBounds.PRESENCE_EVERY, state.presenceAt(), now)) {
            tell.add(new Tell.Presence(
                    new Item.Presence(now, state.viewers(), Math.max(state.peak(), state.viewers()))));
        }
        if (state.settled() && passed(RunBounds.LANE_STAYS, state.laneSince(), now)) {
            lane(state, now).ifPresent(tell::add);
        }
        return List.copyOf(tell);
    }

    private Optional<Tell> lane(RunState state, Instant now) {
        if (state.lane() == Lane.A && bounds.crowded(state.viewers())) {
            long from = bounds.slots().at(now);
            var how = new Segments(segments, (int) bounds.slots().length().toMillis(), from);
            return Optional.of(new Tell.ToSegments(new Item.LaneChanged(now, Lane.B, Optional.of(how)), from - 1));
        }
        if (state.lane() == Lane.B && bounds.roomy(state.viewers())) {
            return Optional.of(new Tell.ToSockets(new Item.LaneChanged(now, Lane.A, Optional.empty())));
        }
        return Optional.empty();
    }

    /// The next slot to write: one that was begun, or the next that has ended. What a late runner missed is
    /// empty; the newest takes everything.
    ///
    /// @param read up to where the runner knows the sequence
    public Optional<RunState.Slot> slot(RunState state, long read, Instant now) {
        if (state.claimed().isPresent()) {
            return state.claimed();
        }
        long ended = bounds.slots().ended(now);
        if (!state.segmented() || state.slot() >= ended) {
            return Optional.empty();
        }
        long number = state.slot() + 1;
        long until = state.lane() == Lane.A ? state.laneAt() : read;
        return Optional.of(new RunState.Slot(
                number,
                state.slotUntil(),
                number < ended ? state.slotUntil() : Math.max(state.slotUntil(), Math.min(until, read)),
                state.viewers(),
                state.likes()));
    }

    /// How long until the next turn. A slot is written as soon as it has ended: a million readers wait for it.
    public Duration rest(RunState state, Instant now) {
        var left = bounds.slots().left(now);
        return state.segmented() && left.compareTo(bounds.turn()) < 0 ? left : bounds.turn();
    }

    /// Whether nothing is left to do but wait.
    ///
    /// @param lastChange when something last happened
    public boolean sleepy(RunState state, Instant lastChange, Instant now) {
        return !state.segmented()
                && state.settled()
                && !untoldLikes(state)
                && !untoldPresence(state)
                && state.sent() >= state.last()
                && state.kept() >= state.last()
                && passed(bounds.silence(), lastChange, now);
    }

    public boolean over(Instant began, Instant now) {
        return passed(bounds.runs(), began, now);
    }

    private static boolean untoldLikes(RunState state) {
        return state.likes() > state.likesTold();
    }

    private static boolean untoldPresence(RunState state) {
        return state.viewers() != state.viewersTold();
    }

    private static boolean passed(Duration time, Instant since, Instant now) {
        return !now.isBefore(since.plus(time));
    }
}
