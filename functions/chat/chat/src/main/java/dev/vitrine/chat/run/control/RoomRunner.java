package dev.vitrine.chat.run.control;

import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Removal;
import dev.vitrine.chat.run.entity.RoomRun;
import dev.vitrine.chat.run.entity.RunState;
import dev.vitrine.chat.run.store.RoomRuns;
import dev.vitrine.chat.run.store.SegmentObjects;
import dev.vitrine.model.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// Runs one room under one lease, turn by turn. `RoomRun` decides; here it is done.
///
/// May die between any two lines: progress is written after what it stands for, so that the next runner
/// repeats and never skips. Turns are called by one thread.
final class RoomRunner {
    /// The history takes what was said this often. Twice is as once there.
    static final Duration KEEP_EVERY = Duration.ofSeconds(2);
    /// Above what a script, a segment or a batch of the history takes; longer is a failure, and is tried
    /// again.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RoomId room;
    private final String token;
    private final RoomRun run;
    private final Stores stores;
    private final Audience audience;
    private final Tail tail;
    private final KeepHistory keepHistory;
    private final LaneB laneB;
    private final SideTask segments;
    private final SideTask history;
    private final SideTask count;
    private final SideTask apart;
    private final PrivatePosts privatePosts;
    private final InstantSource clock;
    private final Instant began;
    private RunState before;
    private Instant lastChange;
    private Instant keptAt;

    enum Turn {
        AGAIN,
        /// Nothing happens: whoever says something wakes the next runner.
        ASLEEP,
        /// Long enough: another goes on.
        OVER,
        /// Somebody else runs the room.
        LOST
    }

    /// Where progress, segments, history and counts go.
    record Stores(RoomRuns runs, SegmentObjects segments, TalkHistory history, ViewerCounts counts) {}

    /// @param found where the last runner came to
    RoomRunner(
            RoomId room,
            String token,
            RunState found,
            RoomRun run,
            Stores stores,
            Audience audience,
            PrivatePosts privatePosts,
            Executor executor,
            InstantSource clock) {
        this.room = room;
        this.token = token;
        this.run = run;
        this.stores = stores;
        this.audience = audience;
        this.privatePosts = privatePosts;
        this.clock = clock;
        this.tail = new Tail(room, needed(found, found.sent()));
        this.keepHistory = new KeepHistory(room, token, stores.runs(), stores.history());
        this.laneB = new LaneB(
                room, token, stores.runs(), stores.segments(), run.bounds().slots(), clock);
        this.segments = new SideTask("writing a segment of room " + room, executor);
        this.history = new SideTask("keeping the talk of room " + room, executor);
        this.count = new SideTask("telling how many viewers room " + room + " has", executor);
        this.apart = new SideTask("bringing what not everybody hears in room " + room, executor);
        this.before = found;
        this.began = clock.instant();
        // Called for nothing, it need not wait for the silence that is there.
        this.lastChange = run.sleepy(found, Instant.EPOCH, began) ? Instant.EPOCH : began;
        this.keptAt = Instant.EPOCH;
    }

    Turn turn() {
        // Asked before looking: a chore that ends in between has changed what is then seen as it was.
        boolean mayWrite = segments.idle();
        boolean mayKeep = history.idle();
        boolean mayBring = apart.idle();
        var now = clock.instant();
        var looked = stores.runs()
                .look(room, token, now, tail.full() ? Long.MAX_VALUE : tail.until(), audience.sent())
                .await()
                .atMost(PATIENCE);
        if (looked.isEmpty()) {
            return Turn.LOST;
        }
        var state = looked.get().state();
        tail.add(looked.get().items());
        notice(state, now);
        serve(state, looked.get().readers());
        if (!tell(state, now)) {
            return Turn.LOST;
        }
        if (mayWrite) {
            write(state, looked.get().removals(), now);
        }
        if (mayKeep && state.keepable() > state.kept() && !now.isBefore(keptAt.plus(KEEP_EVERY))) {
            keptAt = now;
            history.run(() -> keepHistory.run(state));
        }
        var waiting = looked.get().apart();
        if (mayBring && !waiting.isEmpty()) {
            apart.run(() -> privatePosts.bring(waiting, now));
        }
        tail.forget(needed(state, audience.sent()));
        return verdict(state, waiting.isEmpty() && looked.get().removals().isEmpty(), now);
    }

    /// How long to wait for the next turn, from the last one on.
    Duration rest() {
        return run.rest(before, clock.instant());
    }

    /// Gives the room to whoever is called next: waits for what is under way, then lets go.
    void handOver() throws InterruptedException {
        audience.settle(PATIENCE);
        stores.runs().handOver(room, token, audience.sent()).await().atMost(PATIENCE);
    }

    /// @param brought whether nothing waits that not everybody hears, or that has to be taken out of
    ///     segments
    private Turn verdict(RunState state, boolean brought, Instant now) {
        if (run.over(began, now)) {
            return Turn.OVER;
        }
        if (!brought || !run.sleepy(state, lastChange, now)) {
            return Turn.AGAIN;
        }
        return stores.runs()
                .sleep(room, token, state)
                .await()
                .atMost(PATIENCE)
                .map(slept -> slept ? Turn.ASLEEP : Turn.AGAIN)
                .orElse(Turn.LOST);
    }

    private void notice(RunState state, Instant now) {
        if (state.last() != before.last() || state.likes() != before.likes() || state.viewers() != before.viewers()) {
            lastChange = now;
        }
        if (state.lane() == Lane.A && state.laneAt() != before.laneAt()) {
            audience.startAt(state.laneAt());
        }
        before = state;
    }

    private void serve(RunState state, Map<String, Long> readers) {
        long until = Math.min(state.socketsUntil(), tail.until());
        if (state.lane() == Lane.A || state.sent() < state.laneAt()) {
            audience.meet(readers);
            audience.serve(tail, until);
        }
    }

    private boolean tell(RunState state, Instant now) {
        for (var tell : run.tell(state, now)) {
            if (!stores.runs()
                    .tell(room, token, tell.item(), progress(tell, now))
                    .await()
                    .atMost(PATIENCE)) {
                return false;
            }
            if (tell instanceof RoomRun.Tell.Presence(var presence)) {
                count.run(() -> stores.counts()
                        .tell(room, presence.viewers(), now)
                        .await()
                        .atMost(PATIENCE));
            }
        }
        return true;
    }

    private static Map<String, Object> progress(RoomRun.Tell tell, Instant now) {
        return switch (tell) {
            case RoomRun.Tell.Likes(var likes) -> Map.of("likesTold", likes.total(), "likesAt", now.toEpochMilli());
            case RoomRun.Tell.Presence(var presence) ->
                Map.of("viewersTold", presence.viewers(), "peak", presence.peak(), "presenceAt", now.toEpochMilli());
            case RoomRun.Tell.ToSegments(var _, var slot) -> {
                var progress = lane(Lane.B, now);
                progress.put("slot", slot);
                progress.put("slotUntil", RoomRuns.ITS_NUMBER);
                yield progress;
            }
            case RoomRun.Tell.ToSockets(var _) -> {
                var progress = lane(Lane.A, now);
                progress.put("sent", RoomRuns.ITS_NUMBER);
                yield progress;
            }
        };
    }

    private static Map<String, Object> lane(Lane lane, Instant now) {
        var progress = new LinkedHashMap<String, Object>();
        progress.put("lane", lane.name());
        progress.put("laneAt", RoomRuns.ITS_NUMBER);
        progress.put("laneSince", now.toEpochMilli());
        return progress;
    }

    private void write(RunState state, List<Removal> removals, Instant now) {
        var due = run.slot(state, tail.until(), now)
                .filter(slot -> slot.until() <= tail.until())
                .map(slot -> new LaneB.Due(
                        slot,
                        tail.stretch(slot.after(), slot.until()),
                        state.lane() == Lane.A && slot.until() >= state.laneAt() ? Lane.A : Lane.B));
        if (!removals.isEmpty() || due.isPresent()) {
            segments.run(() -> {
                if (!removals.isEmpty()) {
                    laneB.clean(removals, state.segmented() ? Lane.B : Lane.A, state.slot(), state.slotUntil());
                }
                due.ifPresent(laneB::write);
            });
        }
    }

    /// What nobody needs any more is at or below this.
    private static long needed(RunState state, long sent) {
        return state.segmented() ? Math.min(sent, state.slotUntil()) : sent;
    }
}
