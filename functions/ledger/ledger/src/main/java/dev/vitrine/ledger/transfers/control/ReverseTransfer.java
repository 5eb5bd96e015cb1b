package dev.vitrine.ledger.transfers.control;

import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.Reference;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferDecision;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.ledger.transfers.store.Transfers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Takes a transfer back by another one, once. Nothing is edited; both stay in the books.
@ApplicationScoped
public class ReverseTransfer {
    /// What reversals are for, behind the name of who asks.
    public static final String KIND = "reversal";

    private final Transfers transfers;

    public ReverseTransfer(Transfers transfers) {
        this.transfers = transfers;
    }

    /// All of it. Refused when a part was taken back before.
    public Uni<TransferDecision> run(TransferId id, TransferId original, TransferKind kind, Reference reference) {
        return transfers
                .entries(original)
                .chain(entries -> entries.isEmpty()
                        ? Uni.createFrom().item(new Refused.UnknownOriginal())
                        : run(
                                id,
                                original,
                                kind,
                                reference,
                                entries.stream().map(Entry::reversed).toList()));
    }

    /// A part of it.
    ///
    /// @param parts of the accounts of the original, each on the other side and at most what is left there
    public Uni<TransferDecision> run(
            TransferId id, TransferId original, TransferKind kind, Reference reference, List<Entry> parts) {
        return transfers.post(new Transfer(id, kind, reference, parts, Optional.empty(), Optional.of(original)));
    }
}
