package dev.vitrine.platform.chore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryChoreHasItsTurnTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void partsRunInTheirOrder() {
        run(Chores.none().and("rooms", () -> did("rooms")).and("requests", () -> did("requests")));

        assertEquals(List.of("rooms", "requests"), done);
    }

    @Test
    void aPartThatFailsLeavesTheOthersTheirTurnAndFailsTheRun() {
        var broken = new IllegalArgumentException("the outbox is broken");
        var chores = Chores.none()
                .and("outbox", () -> Uni.createFrom().failure(broken))
                .and("rooms", () -> did("rooms"))
                .and("requests", () -> {
                    throw new IllegalStateException("so are requests");
                })
                .and("replays", () -> did("replays"));

        var failed = assertThrows(IllegalStateException.class, () -> run(chores));

        assertEquals(List.of("rooms", "replays"), done);
        assertSame(broken, failed.getCause());
    }

    @Test
    void theSameChoresRunAgain() {
        var chores = Chores.none().and("rooms", () -> did("rooms"));

        run(chores);
        run(chores);

        assertEquals(List.of("rooms", "rooms"), done);
    }

    private Uni<String> did(String name) {
        return Uni.createFrom().item(name).invoke(done::add);
    }

    private static void run(Chores chores) {
        chores.run().await().indefinitely();
    }
}
