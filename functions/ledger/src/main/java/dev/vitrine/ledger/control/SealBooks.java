package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.Checkpoint;
import dev.vitrine.ledger.store.Proofs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/// Seals the heads of all chains, when it is time.
@ApplicationScoped
public class SealBooks {
    private final Proofs proofs;
    private final LedgerConfig config;
    private final InstantSource clock;

    public SealBooks(Proofs proofs, LedgerConfig config, InstantSource clock) {
        this.proofs = proofs;
        this.config = config;
        this.clock = clock;
    }

    /// @return absent when the newest seal is young, or nothing has moved since
    public Uni<Optional<Checkpoint>> run() {
        return proofs.newest()
                .chain(newest -> newest.filter(this::young).isPresent()
                        ? Uni.createFrom().item(Optional.empty())
                        : proofs.seal(config.sealLines(), config.sealPatience()));
    }

    private boolean young(Checkpoint newest) {
        return newest.sealedAt().plus(config.sealEvery()).isAfter(clock.instant());
    }
}
