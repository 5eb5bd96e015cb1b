package dev.vitrine.chat.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.store.RealObjects;
import dev.vitrine.chat.store.Stage;
import dev.vitrine.platform.test.TestRedis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Whatever is said, and whoever dies when: a reader that drops what is not new, and joins again when the
/// contract tells it to, ends with every item that the log ever had since it came, in order and once.
class EveryReaderEndsWithEverythingTest {
    private static final int THRESHOLD = 3;
    private static TestRedis redis;
    private static RealObjects objects;

    private Running running;
    private Stage stage;
    private int said;
    private final Map<String, Long> slots = new HashMap<>();
    /// Where each began: who is new is shown the last fifty.
    private final Map<String, Long> firsts = new HashMap<>();

    enum Step {
        SAY,
        SAY_MUCH,
        TURN,
        TURN_ALONE,
        CROWD,
        NO_CROWD,
        KILL,
        KILL_IN_MID_TURN,
        FAIL_ANN,
        HEAL_ANN,
        JOIN_BOB
    }

    @BeforeContainer
    static void start() {
        redis = TestRedis.start();
        objects = RealObjects.start();
    }

    @AfterContainer
    static void stop() {
        objects.close();
        redis.close();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMinSize(10).ofMaxSize(80);
    }

    @Property(tries = 60)
    void everyReaderEndsWithEverything(@ForAll("steps") List<Step> steps) {
        begin();
        steps.forEach(step -> {
            take(step);
            follow();
        });
        running.crowd.failing.clear();
        for (int n = 0; n < 60; n++) {
            turn();
            follow();
        }

        long last = Long.parseLong(stage.run(running.room, "sent"));
        var log = stretch();
        for (var reader : running.crowd.readers.entrySet()) {
            if (reader.getKey().startsWith("crowd")) {
                continue;
            }
            var seqs = reader.getValue().seqs();
            long first = firsts.get(reader.getKey());
            assertEquals(log.stream().filter(seq -> seq >= first).toList(), seqs, reader.getKey());
            assertTrue(reader.getValue().cursor() >= last, reader.getKey());
        }
        assertEquals(said, running.history.size(), "the history has everything, once");
    }

    private void begin() {
        stage = new Stage(redis);
        running = new Running(stage, objects, THRESHOLD);
        said = 0;
        slots.clear();
        firsts.clear();
        join("ann");
    }

    private void take(Step step) {
        switch (step) {
            case SAY -> say(1);
            case SAY_MUCH -> say(7);
            case TURN -> turn();
            case TURN_ALONE -> turns(8);
            case CROWD -> {
                for (int n = 0; n < THRESHOLD + 1; n++) {
                    running.joins("crowd " + n);
                }
                turns(21);
            }
            case NO_CROWD -> {
                for (int n = 0; n < THRESHOLD + 1; n++) {
                    Stage.get(stage.door.go(running.room, "crowd " + n));
                }
                turns(21);
            }
            case KILL -> running.killed();
            case KILL_IN_MID_TURN -> {
                // Posts went out, progress did not: the next runner begins from what the last turn wrote.
                say(2);
                turn();
                running.killed();
            }
            case FAIL_ANN -> running.crowd.failing.add("ann");
            case HEAL_ANN -> running.crowd.failing.remove("ann");
            case JOIN_BOB -> join("bob");
        }
    }

    private void turns(int times) {
        for (int n = 0; n < times; n++) {
            turn();
            follow();
        }
    }

    private void turn() {
        running.turn();
        for (var name : List.of("ann", "bob")) {
            if (running.crowd.readers.containsKey(name) && stage.there(running.room, name)) {
                Stage.get(stage.door.stay(running.room, name, stage.instant()));
            }
        }
    }

    /// What a client does when it has the time: reads segments on lane B, joins again when told or when it
    /// sees a gap or its socket was closed.
    private void follow() {
        for (var entry : new ArrayList<>(running.crowd.readers.entrySet())) {
            var name = entry.getKey();
            if (name.startsWith("crowd")) {
                continue;
            }
            var reader = entry.getValue();
            lane(reader, name);
            while (slots.containsKey(name)) {
                var found = objects.find(running.room, Long.toString(slots.get(name)));
                if (found.isEmpty()) {
                    break;
                }
                reader.take(found.get().json());
                slots.merge(name, 1L, Long::sum);
                lane(reader, name);
            }
            if (!reader.gaps.isEmpty() || running.crowd.closed.remove(name)) {
                reader.gaps.clear();
                join(name);
            }
        }
    }

    private void lane(Crowd.Reader reader, String name) {
        if (reader.seen.isEmpty()) {
            return;
        }
        var newest = reader.seen.descendingMap().values().stream()
                .filter(item -> item.path("kind").textValue().equals("lane"))
                .findFirst();
        if (newest.isEmpty()) {
            return;
        }
        boolean segments = newest.get().path("lane").textValue().equals("B");
        if (segments && !slots.containsKey(name)) {
            slots.put(name, newest.get().path("segments").path("from").longValue());
        } else if (!segments && slots.containsKey(name)) {
            slots.remove(name);
            join(name);
        }
    }

    private void join(String name) {
        boolean here = running.crowd.readers.containsKey(name);
        if (!here || stage.entries(running.room) > 0) {
            var reader = running.joins(name);
            var seen = reader.seqs();
            firsts.putIfAbsent(name, seen.isEmpty() ? reader.cursor() + 1 : seen.getFirst());
        }
    }

    private List<Long> stretch() {
        return Stage.get(stage.runs.unkept(running.room, 0, Long.MAX_VALUE)).items().stream()
                .map(Logged::seq)
                .toList();
    }

    private void say(int times) {
        for (int n = 0; n < times; n++) {
            said++;
            stage.say(running.room, "viewer " + said, "id", "text " + said);
        }
    }
}
