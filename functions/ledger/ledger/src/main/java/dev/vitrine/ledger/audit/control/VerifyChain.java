package dev.vitrine.ledger.audit.control;

import dev.vitrine.ledger.audit.entity.Checkpoint;
import dev.vitrine.ledger.audit.entity.Finding;
import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.audit.store.Proofs;
import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.transfers.entity.TransferId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Says whether the books are as they were written, or names the first thing that is not.
@ApplicationScoped
public class VerifyChain {
    private static final TransferId BEFORE_ALL = new TransferId(new UUID(0, 0));

    private final Proofs proofs;
    private final LedgerConfig config;

    public VerifyChain(Proofs proofs, LedgerConfig config) {
        this.proofs = proofs;
        this.config = config;
    }

    /// The newest seal; absent before the first.
    public Uni<Optional<Checkpoint>> newest() {
        return proofs.newest();
    }

    /// Up to `most` entries behind a place, chain by chain.
    public Uni<Proofs.Walked> walk(Place after, int most) {
        return proofs.walk(after, most, config.verifyPatience());
    }

    /// What no chain shows by itself: ends that were cut off, seals, holds; then each transfer, page by page.
    public Uni<Optional<Finding>> books() {
        return proofs.books(config.verifyPatience())
                .chain(broken -> broken.isPresent() ? Uni.createFrom().item(broken) : transfers(BEFORE_ALL));
    }

    /// Everything. For a program that may take its time.
    public Uni<Optional<Finding>> run() {
        return from(Place.START);
    }

    private Uni<Optional<Finding>> transfers(TransferId after) {
        return proofs.weigh(after, config.verifyPage(), config.verifyPatience())
                .chain(weighed -> weighed.broken().isPresent() || weighed.next().isEmpty()
                        ? Uni.createFrom().item(weighed.broken())
                        : transfers(weighed.next().get()));
    }

    private Uni<Optional<Finding>> from(Place place) {
        return walk(place, config.verifyPage()).chain(walked -> {
            if (walked.broken().isPresent()) {
                return Uni.createFrom().item(walked.broken());
            }
            return walked.next().map(this::from).orElseGet(this::books);
        });
    }
}
