package dev.vitrine.ledger.audit.control;

import dev.vitrine.ledger.audit.entity.Checkpoint;
import dev.vitrine.ledger.audit.store.Proofs;
import dev.vitrine.ledger.control.LedgerConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Seals the heads of all chains.
@ApplicationScoped
public class SealBooks {
    private static final Logger LOG = Logger.getLogger(SealBooks.class);

    private final Proofs proofs;
    private final LedgerConfig config;

    public SealBooks(Proofs proofs, LedgerConfig config) {
        this.proofs = proofs;
        this.config = config;
    }

    /// Seals until everything that had moved is covered or a bound is reached.
    ///
    /// @return the newest one made; absent when nothing has moved since the one before
    public Uni<Optional<Checkpoint>> run() {
        return run(config.rounds(), Optional.empty());
    }

    private Uni<Optional<Checkpoint>> run(int rounds, Optional<Checkpoint> before) {
        if (rounds == 0) {
            return Uni.createFrom().item(before);
        }
        return proofs.seal(config.sealLines(), config.sealPatience())
                .invoke(made -> made.ifPresent(SealBooks::log))
                .chain(made ->
                        made.filter(seal -> seal.lines() == config.sealLines()).isPresent()
                                ? run(rounds - 1, made)
                                : Uni.createFrom().item(made.or(() -> before)));
    }

    /// In the log as well: it is a place that whoever changes the database does not reach.
    private static void log(Checkpoint made) {
        LOG.infof("checkpoint %d: %d lines, %s", made.number(), made.lines(), made.hash());
    }
}
