package dev.vitrine.chat.run.control;

import dev.vitrine.chat.control.ChatConfig;
import dev.vitrine.chat.run.entity.RoomRun;
import dev.vitrine.chat.run.store.RoomRuns;
import dev.vitrine.chat.run.store.SegmentObjects;
import dev.vitrine.chat.store.Wakes;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// Runs a room until nothing happens in it any more, or until it is another's turn.
///
/// Called twice for one room, the second does nothing. Blocks: call it on a virtual thread.
@ApplicationScoped
public class RunRoom {
    private static final Logger LOG = Logger.getLogger(RunRoom.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RoomRuns runs;
    private final SegmentObjects segments;
    private final TalkHistory history;
    private final ViewerCounts counts;
    private final Push push;
    private final Wakes wakes;
    private final ChatConfig config;
    private final PublicAddress address;
    private final Ids ids;
    private final InstantSource clock;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Audience.Places places;

    RunRoom(
            RoomRuns runs,
            SegmentObjects segments,
            TalkHistory history,
            ViewerCounts counts,
            Push push,
            Wakes wakes,
            ChatConfig config,
            PublicAddress address,
            Ids ids,
            InstantSource clock) {
        this.runs = runs;
        this.segments = segments;
        this.history = history;
        this.counts = counts;
        this.push = push;
        this.wakes = wakes;
        this.config = config;
        this.address = address;
        this.ids = ids;
        this.clock = clock;
        this.places = new Audience.Places(config.posts(), config.slowPosts());
    }

    /// @throws RuntimeException when Redis is away for longer than the lease lasts: then the room is to be
    ///     run again
    public void run(RoomId room) throws InterruptedException {
        var token = ids.next().toString();
        if (!runs.take(room, token).await().atMost(PATIENCE)) {
            return;
        }
        var found = runs.look(room, token, clock.instant(), Long.MAX_VALUE, -1)
                .await()
                .atMost(PATIENCE);
        if (found.isEmpty()) {
            return;
        }
        var state = found.get().state();
        var audience = new Audience(room, state.sent(), push, executor, places, gone -> forget(room, gone));
        var runner = new RoomRunner(
                room,
                token,
                state,
                new RoomRun(config.bounds(), folder(room)),
                new RoomRunner.Stores(runs, segments, history, counts),
                audience,
                new PrivatePosts(room, token, runs, push, gone -> forget(room, gone)),
                executor,
                clock);
        if (turns(room, runner) == RoomRunner.Turn.OVER) {
            runner.handOver();
            wakes.send(room).await().atMost(PATIENCE);
        }
    }

    private RoomRunner.Turn turns(RoomId room, RoomRunner runner) throws InterruptedException {
        long heard = System.nanoTime();
        while (true) {
            long began = System.nanoTime();
            var rest = runner.rest();
            try {
                var turn = runner.turn();
                if (turn != RoomRunner.Turn.AGAIN) {
                    return turn;
                }
                heard = System.nanoTime();
            } catch (RuntimeException failure) {
                if (System.nanoTime() - heard > RoomRuns.LEASE.toNanos()) {
                    throw failure;
                }
                LOG.warnf(failure, "a turn of room %s failed", room);
            }
            Thread.sleep(rest.minusNanos(System.nanoTime() - began));
        }
    }

    private void forget(RoomId room, String connection) {
        runs.forget(room, connection).await().atMost(PATIENCE);
    }

    private URI folder(RoomId room) {
        return address.at("/media/" + SegmentObjects.folder(room));
    }
}
