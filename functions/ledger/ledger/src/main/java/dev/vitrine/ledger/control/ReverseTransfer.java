package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.Entry;
import dev.vitrine.ledger.entity.Reference;
import dev.vitrine.ledger.entity.Refusal;
import dev.vitrine.ledger.entity.Transfer;
import dev.vitrine.ledger.entity.TransferDecision;
import dev.vitrine.ledger.entity.TransferId;
import dev.vitrine.ledger.entity.TransferKind;
import dev.vitrine.ledger.store.Transfers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Takes a transfer back by another one, once. Nothing is edited; both stay in the books.
@ApplicationScoped
public class ReverseTransfer {
    public static final TransferKind KIND = new TransferKind("reversal");

    private final Transfers transfers;

    public ReverseTransfer(Transfers transfers) {
        this.transfers = transfers;
    }

    /// All of it. Refused when a part was taken back before.
    public Uni<TransferDecision> run(TransferId id, TransferId original, Reference reference) {
        return transfers
                .entries(original)
                .chain(entries -> entries.isEmpty()
                        ? Uni.createFrom().item(new Refusal.UnknownOriginal())
                        : run(
                                id,
                                original,
                                reference,
                                entries.stream().map(Entry::reversed).toList()));
    }

    /// A part of it.
    ///
    /// @param parts of the accounts of the original, each on the other side and at most what is left there
    public Uni<TransferDecision> run(TransferId id, TransferId original, Reference reference, List<Entry> parts) {
        return transfers.post(
                new Transfer(id, KIND, reference, parts, Optional.empty(), Optional.of(original)), Optional.empty());
    }
}
