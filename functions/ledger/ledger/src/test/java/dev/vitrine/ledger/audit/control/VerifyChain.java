package dev.vitrine.ledger.audit.control;

import dev.vitrine.ledger.audit.entity.Finding;
import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.audit.entity.SharePlace;
import dev.vitrine.ledger.audit.store.Proofs;
import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.transfers.entity.TransferId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/// What a verification does step by step, in one go: says whether the books are as they were written, or
/// names the first thing that is not.
public class VerifyChain {
    private static final TransferId BEFORE_ALL = new TransferId(new UUID(0, 0));

    private final Proofs proofs;
    private final LedgerConfig config;

    public VerifyChain(Proofs proofs, LedgerConfig config) {
        this.proofs = proofs;
        this.config = config;
    }

    /// Up to `most` entries behind a place, chain by chain.
    public Uni<Proofs.CheckedEntries> checkEntries(Place after, int most) {
        return proofs.checkEntries(after, most, config.verifyPatience());
    }

    /// What no chain shows by itself: ends that were cut off, seals, holds; then transfers and shares, page by page.
    public Uni<Optional<Finding>> books() {
        return proofs.checkBooks(config.verifyPatience())
                .chain(broken -> broken.isPresent() ? Uni.createFrom().item(broken) : transfers(BEFORE_ALL));
    }

    /// Everything. For a program that may take its time.
    public Uni<Optional<Finding>> run() {
        return from(Place.START);
    }

    private Uni<Optional<Finding>> transfers(TransferId after) {
        return proofs.checkTransfers(after, config.verifyPage(), config.verifyPatience())
                .chain(checked -> {
                    if (checked.broken().isPresent()) {
                        return Uni.createFrom().item(checked.broken());
                    }
                    return checked.next().map(this::transfers).orElseGet(this::shares);
                });
    }

    public Uni<Optional<Finding>> shares() {
        return shares(SharePlace.START);
    }

    private Uni<Optional<Finding>> shares(SharePlace after) {
        return proofs.checkShares(after, config.verifyPage(), config.verifyPatience())
                .chain(checked -> checked.broken().isPresent() || checked.next().isEmpty()
                        ? Uni.createFrom().item(checked.broken())
                        : shares(checked.next().get()));
    }

    private Uni<Optional<Finding>> from(Place place) {
        return checkEntries(place, config.verifyPage()).chain(checked -> {
            if (checked.broken().isPresent()) {
                return Uni.createFrom().item(checked.broken());
            }
            return checked.next().map(this::from).orElseGet(this::books);
        });
    }
}
