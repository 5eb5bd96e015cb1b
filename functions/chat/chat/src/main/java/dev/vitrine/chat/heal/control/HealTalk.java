package dev.vitrine.chat.heal.control;

import dev.vitrine.chat.facts.control.SpreadDecisions;
import dev.vitrine.chat.history.control.ForgetTalk;
import dev.vitrine.chat.history.store.SetAsideTable;
import dev.vitrine.chat.replay.control.WriteReplays;
import dev.vitrine.chat.run.control.ForgetSegments;
import dev.vitrine.chat.run.store.LeftRooms;
import dev.vitrine.platform.chore.Chores;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Repairs what a crash or a lost wake left, writes replays that are stale, forgets what is too old. Each part
/// runs even if the one before failed; the run fails at the end if one did.
@ApplicationScoped
public class HealTalk {
    private static final Logger LOG = Logger.getLogger(HealTalk.class);
    /// The rest has its turn a minute later.
    private static final int ROOMS_AT_ONCE = 200;
    private static final int REPLAYS_AT_ONCE = 20;

    private final Chores chores;

    HealTalk(
            LeftRooms rooms,
            SpreadDecisions decisions,
            ForgetSegments segments,
            WriteReplays replays,
            ForgetTalk forget,
            SetAsideTable setAside,
            Database database,
            InstantSource clock) {
        chores = Chores.none()
                .and("rooms", () -> rooms.wake(clock.instant()).invoke(HealTalk::report))
                .and("segments", () -> segments.run(clock.instant()))
                .and("decisions", () -> decisions.left(ROOMS_AT_ONCE))
                .and("replays", () -> replays.stale(REPLAYS_AT_ONCE))
                .and("forgetting", forget::run)
                .and("set aside", () -> setAside.count(database.statements()).invoke(HealTalk::alarm));
    }

    public Uni<Void> run() {
        return chores.run();
    }

    /// Every minute, until somebody has looked at them: whoever runs this has an alarm on it.
    private static void alarm(long rows) {
        if (rows > 0) {
            LOG.errorf("%d rows are set aside: the database refused them (table set_aside)", rows);
        }
    }

    private static void report(long woken) {
        if (woken > 0) {
            LOG.infof("%d rooms were left without a runner", woken);
        }
    }
}
