package dev.vitrine.chat.run.control;

import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.run.entity.RoomRun;
import dev.vitrine.chat.run.entity.RunBounds;
import dev.vitrine.chat.run.entity.Slots;
import dev.vitrine.chat.socket.store.RoomDoor;
import dev.vitrine.chat.store.RealObjects;
import dev.vitrine.chat.store.Stage;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/// A room with readers and, turn by turn, its runner. Everything happens on the test's thread and at its
/// time, but for what an executor is handed in for.
final class Running {
    static final URI SEGMENTS = URI.create("http://cdn/media/chat/room/");
    static final Duration TURN = Duration.ofMillis(500);

    final Stage stage;
    final RoomId room;
    final Crowd crowd = new Crowd();
    final NavigableMap<Long, Said> history = new TreeMap<>();
    final NavigableMap<Long, KeptItem> replayed = new TreeMap<>();
    /// How many viewers the house was told of, in turn.
    final List<Integer> counts = new ArrayList<>();
    private final RoomRunner.Stores stores;
    private final RoomRun run;
    private final Executor executor;
    private RoomRunner runner;
    private int runners;

    Running(Stage stage, RealObjects objects, int laneThreshold) {
        this(stage, objects, laneThreshold, Runnable::run);
    }

    Running(Stage stage, RealObjects objects, int laneThreshold, Executor executor) {
        this.stage = stage;
        this.executor = executor;
        room = stage.aRoom();
        run = new RoomRun(
                new RunBounds(
                        TURN,
                        laneThreshold,
                        new Slots(Duration.ofSeconds(2)),
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(3)),
                SEGMENTS);
        stores = new RoomRunner.Stores(
                stage.runs, objects == null ? null : objects.segments(), this::keep, this::counted);
    }

    /// Enters, and takes what is shown. A reader that was here before names its cursor.
    Crowd.Reader joins(String connection) {
        return joins(connection, Optional.empty());
    }

    Crowd.Reader joins(String connection, String subject) {
        return joins(connection, Optional.of(Stage.signedIn(subject)));
    }

    Crowd.Reader joinsAsOperator(String connection, String subject) {
        var until = Stage.signedIn(subject).until();
        return joins(connection, Optional.of(new RoomDoor.SignedIn(subject, true, until)));
    }

    private Crowd.Reader joins(String connection, Optional<RoomDoor.SignedIn> who) {
        var known = crowd.readers.containsKey(connection);
        var reader = crowd.reader(connection);
        var entered = Stage.get(stage.door.enter(
                        room,
                        connection,
                        who,
                        known ? OptionalLong.of(reader.cursor()) : OptionalLong.empty(),
                        stage.instant()))
                .orElseThrow();
        synchronized (reader) {
            if (entered.reset()) {
                reader.seen.clear();
            }
            Frames.items(entered.items().stream().map(Logged::numbered).toList())
                    .forEach(item -> reader.seen.put(item.path("seq").longValue(), item));
            reader.cursor = entered.cursor();
        }
        return reader;
    }

    /// One turn, half a second after the last. A runner is found if there is none.
    RoomRunner.Turn turn() {
        stage.pass(TURN);
        if (runner == null && !take()) {
            return RoomRunner.Turn.LOST;
        }
        var turn = runner.turn();
        if (turn != RoomRunner.Turn.AGAIN && turn != RoomRunner.Turn.OVER) {
            runner = null;
        }
        return turn;
    }

    void turns(int times) {
        for (int n = 0; n < times; n++) {
            turn();
        }
    }

    RoomRunner.Turn turnUntilDone() {
        for (int n = 0; n < 1000; n++) {
            var turn = turn();
            if (turn != RoomRunner.Turn.AGAIN) {
                return turn;
            }
        }
        throw new AssertionError("the room is never done");
    }

    void handsOver() throws InterruptedException {
        runner.handOver();
        runner = null;
    }

    /// Killed between two turns: nothing of it is left but what Redis has.
    void killed() {
        runner = null;
        stage.leaseRunsOut(room);
    }

    RoomRunner runner() {
        return runner;
    }

    private boolean take() {
        var token = "runner " + ++runners;
        if (!Stage.get(stage.runs.take(room, token))) {
            return false;
        }
        var found = Stage.get(stage.runs.look(room, token, stage.instant(), Long.MAX_VALUE, -1))
                .orElseThrow()
                .state();
        var audience = new Audience(
                room,
                found.sent(),
                crowd,
                executor,
                new Audience.Places(64, 8),
                gone -> Stage.get(stage.runs.forget(room, gone)));
        var privatePosts =
                new PrivatePosts(room, token, stage.runs, crowd, gone -> Stage.get(stage.runs.forget(room, gone)));
        runner = new RoomRunner(room, token, found, run, stores, audience, privatePosts, executor, stage);
        return true;
    }

    private Uni<Void> counted(RoomId counted, int viewers, Instant at) {
        counts.add(viewers);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> keep(RoomId kept, List<Said> said, List<KeptItem> shown) {
        synchronized (history) {
            shown.forEach(item -> replayed.put(item.seq(), item));
            said.forEach(message -> history.put(message.seq(), message));
        }
        return Uni.createFrom().voidItem();
    }
}
