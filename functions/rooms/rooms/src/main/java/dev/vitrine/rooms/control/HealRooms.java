package dev.vitrine.rooms.control;

import dev.vitrine.platform.chore.Chores;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.platform.sql.OutboxRelay;
import dev.vitrine.platform.sql.RepeatableRequests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Repairs what a crash or a lost notification left: the outbox, rooms that differ from the provider's truth,
/// channels that should be over; and forgets answers that were promised long enough.
@ApplicationScoped
public class HealRooms {
    private static final Logger LOG = Logger.getLogger(HealRooms.class);

    private final Chores chores;

    HealRooms(OutboxRelay outbox, ReconcileRooms reconcile, RepeatableRequests requests, Changes changes) {
        chores = Chores.none()
                .and("outbox", () -> outbox.sweep().invoke(HealRooms::report))
                .and("rooms", reconcile::run)
                .and("requests", () -> changes.run(requests::forgetOld));
    }

    public Uni<Void> run() {
        return chores.run();
    }

    private static void report(int sent) {
        if (sent > 0) {
            LOG.infof("%d events left the outbox late", sent);
        }
    }
}
