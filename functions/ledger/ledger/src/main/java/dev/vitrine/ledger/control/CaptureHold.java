package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.HoldId;
import dev.vitrine.ledger.entity.Transfer;
import dev.vitrine.ledger.entity.TransferDecision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Moves what was set aside, once: up to the held amount, out of the held account. What is left of the hold
/// is free again.
@ApplicationScoped
public class CaptureHold {
    private final PostTransfer postTransfer;

    public CaptureHold(PostTransfer postTransfer) {
        this.postTransfer = postTransfer;
    }

    public Uni<TransferDecision> run(HoldId hold, Transfer transfer) {
        return postTransfer.run(transfer.capturing(hold));
    }
}
