package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.Checkpoint;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// What the books need every minute: holds that are over end, chains are sealed when it is time, events
/// leave. Each part runs even if the one before failed; the run fails at the end if one did.
@ApplicationScoped
public class CloseBooks {
    private static final Logger LOG = Logger.getLogger(CloseBooks.class);

    private final ExpireHolds expireHolds;
    private final SealBooks sealBooks;
    private final RelayEvents relayEvents;

    CloseBooks(ExpireHolds expireHolds, SealBooks sealBooks, RelayEvents relayEvents) {
        this.expireHolds = expireHolds;
        this.sealBooks = sealBooks;
        this.relayEvents = relayEvents;
    }

    public Uni<Void> run() {
        var failures = new ArrayList<Throwable>();
        return part("holds", failures, expireHolds::run)
                .chain(() ->
                        part("seal", failures, () -> sealBooks.run().invoke(made -> made.ifPresent(CloseBooks::tell))))
                .chain(() -> part("events", failures, relayEvents::run))
                .chain(() -> verdict(failures));
    }

    private static Uni<Void> part(String name, List<Throwable> failures, Supplier<Uni<?>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "closing the books: %s failed", name))
                .onFailure()
                .invoke(failures::add)
                .onFailure()
                .recoverWithNull();
    }

    private static Uni<Void> verdict(List<Throwable> failures) {
        return failures.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(new IllegalStateException("the books were closed in part", failures.getFirst()));
    }

    /// In the log as well: it is a place that whoever changes the database does not reach.
    private static void tell(Checkpoint made) {
        LOG.infof("checkpoint %d: %d lines, %s", made.number(), made.lines(), made.hash());
    }
}
