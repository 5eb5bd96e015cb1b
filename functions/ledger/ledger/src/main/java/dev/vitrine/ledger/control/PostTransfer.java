package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.Transfer;
import dev.vitrine.ledger.entity.TransferDecision;
import dev.vitrine.ledger.store.Transfers;
import dev.vitrine.platform.event.CloudEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Moves money, once: asked again under the same id, it answers what it answered.
@ApplicationScoped
public class PostTransfer {
    private final Transfers transfers;

    public PostTransfer(Transfers transfers) {
        this.transfers = transfers;
    }

    public Uni<TransferDecision> run(Transfer transfer) {
        return transfers.post(transfer, Optional.empty());
    }

    /// @param event leaves if and only if the transfer is posted, and once
    public Uni<TransferDecision> run(Transfer transfer, CloudEvent event) {
        return transfers.post(transfer, Optional.of(event));
    }
}
