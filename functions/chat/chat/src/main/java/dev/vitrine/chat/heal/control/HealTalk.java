package dev.vitrine.chat.heal.control;

import dev.vitrine.chat.facts.control.SpreadDecisions;
import dev.vitrine.chat.history.control.ForgetTalk;
import dev.vitrine.chat.replay.control.WriteReplays;
import dev.vitrine.chat.run.store.LeftRooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Repairs what a crash or a lost wake left, writes replays that are stale, forgets what is too old. Each part
/// runs even if the one before failed; the run fails at the end if one did.
@ApplicationScoped
public class HealTalk {
    private static final Logger LOG = Logger.getLogger(HealTalk.class);
    /// The rest has its turn a minute later.
    private static final int ROOMS_AT_ONCE = 200;
    private static final int REPLAYS_AT_ONCE = 20;

    private final LeftRooms rooms;
    private final SpreadDecisions decisions;
    private final WriteReplays replays;
    private final ForgetTalk forget;
    private final InstantSource clock;

    HealTalk(LeftRooms rooms, SpreadDecisions decisions, WriteReplays replays, ForgetTalk forget, InstantSource clock) {
        this.rooms = rooms;
        this.decisions = decisions;
        this.replays = replays;
        this.forget = forget;
        this.clock = clock;
    }

    public Uni<Void> run() {
        var failures = new ArrayList<Throwable>();
        return part("rooms", failures, () -> rooms.wake(clock.instant()).invoke(HealTalk::report))
                .chain(() -> part("decisions", failures, () -> decisions.left(ROOMS_AT_ONCE)))
                .chain(() -> part("replays", failures, () -> replays.stale(REPLAYS_AT_ONCE)))
                .chain(() -> part("forgetting", failures, forget::run))
                .chain(() -> verdict(failures));
    }

    private static void report(long woken) {
        if (woken > 0) {
            LOG.infof("%d rooms were left without a runner", woken);
        }
    }

    private static Uni<Void> part(String name, List<Throwable> failures, Supplier<Uni<?>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "healing of %s failed", name))
                .onFailure()
                .invoke(failures::add)
                .onFailure()
                .recoverWithNull();
    }

    private static Uni<Void> verdict(List<Throwable> failures) {
        return failures.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new IllegalStateException("healing failed in part", failures.getFirst()));
    }
}
