package dev.vitrine.ledger.transfers.control;

import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.transfers.store.Holds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Ends holds whose time is over, oldest first, until none is left or a bound is reached.
@ApplicationScoped
public class ExpireHolds {
    private final Holds holds;
    private final LedgerConfig config;

    public ExpireHolds(Holds holds, LedgerConfig config) {
        this.holds = holds;
        this.config = config;
    }

    /// @return how many
    public Uni<Integer> run() {
        return run(config.rounds(), 0);
    }

    private Uni<Integer> run(int rounds, int before) {
        if (rounds == 0) {
            return Uni.createFrom().item(before);
        }
        return holds.expire(config.holdBatch())
                .chain(expired -> expired == config.holdBatch()
                        ? run(rounds - 1, before + expired)
                        : Uni.createFrom().item(before + expired));
    }
}
