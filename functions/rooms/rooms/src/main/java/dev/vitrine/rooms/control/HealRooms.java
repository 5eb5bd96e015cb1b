package dev.vitrine.rooms.control;

import dev.vitrine.platform.database.Changes;
import dev.vitrine.platform.database.OutboxRelay;
import dev.vitrine.platform.database.RepeatableRequests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Repairs what a crash or a lost notification left: the outbox, rooms that differ from the provider's truth,
/// channels that should be over. Each part runs even if the one before failed; the run fails at the end if one did.
@ApplicationScoped
public class HealRooms {
    private static final Logger LOG = Logger.getLogger(HealRooms.class);

    private final OutboxRelay outbox;
    private final ReconcileRooms reconcile;
    private final RepeatableRequests requests;
    private final Changes changes;

    HealRooms(OutboxRelay outbox, ReconcileRooms reconcile, RepeatableRequests requests, Changes changes) {
        this.outbox = outbox;
        this.reconcile = reconcile;
        this.requests = requests;
        this.changes = changes;
    }

    public Uni<Void> run() {
        var failures = new ArrayList<Throwable>();
        return part("outbox", failures, () -> outbox.sweep().invoke(HealRooms::report))
                .chain(() -> part("rooms", failures, reconcile::run))
                .chain(() -> part("requests", failures, () -> changes.run(requests::forgetOld)))
                .chain(() -> verdict(failures));
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

    private static void report(int sent) {
        if (sent > 0) {
            LOG.infof("%d events left the outbox late", sent);
        }
    }
}
