package dev.vitrine.ledger.audit.control;

import dev.vitrine.ledger.audit.entity.Checkpoint;
import dev.vitrine.ledger.audit.entity.OpenedAccount;
import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.audit.entity.SharePlace;
import dev.vitrine.ledger.audit.entity.Verification;
import dev.vitrine.ledger.audit.store.AccountList;
import dev.vitrine.ledger.audit.store.Proofs;
import dev.vitrine.ledger.audit.store.Verifications;
import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.control.LedgerEvents;
import dev.vitrine.ledger.event.VerificationAdvanced;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.model.Ids;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.sql.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What an auditor asks: accounts, seals, and a walk over all chains, which goes step by step.
///
/// A step looks at one page and calls the next by an event that commits with what it found; told twice, it is
/// done once. Whoever asks for a verification while one stands still calls it again.
@ApplicationScoped
public class AuditBooks {
    private static final Duration STANDS_STILL = Duration.ofMinutes(5);
    private static final TransferId BEFORE_ALL = new TransferId(new UUID(0, 0));

    private final AccountList accounts;
    private final Verifications verifications;
    private final Proofs proofs;
    private final OutboxRelay outboxRelay;
    private final LedgerConfig config;
    private final Ids ids;
    private final LedgerEvents events;

    public AuditBooks(
            AccountList accounts,
            Verifications verifications,
            Proofs proofs,
            OutboxRelay outboxRelay,
            LedgerConfig config,
            Ids ids,
            LedgerEvents events) {
        this.accounts = accounts;
        this.verifications = verifications;
        this.proofs = proofs;
        this.outboxRelay = outboxRelay;
        this.config = config;
        this.ids = ids;
        this.events = events;
    }

    public Uni<List<OpenedAccount>> accounts(
            Optional<AccountKind> kind, Optional<String> owner, Optional<AccountId> after, int limit) {
        return accounts.page(kind, owner, after, limit);
    }

    public record Chain(Optional<Checkpoint> seal, Optional<Verification> verification) {}

    public Uni<Chain> chain() {
        return proofs.newest().chain(seal -> verifications.newest().map(newest -> new Chain(seal, newest)));
    }

    public Uni<Verification> start(String asker) {
        var id = ids.next();
        var event = event(id, 0);
        return verifications.start(id, asker, STANDS_STILL, event).call(() -> outboxRelay.relay(List.of(event.id())));
    }

    /// Does one step, unless it was done.
    public Uni<Void> step(UUID id, long step) {
        return verifications
                .find(id)
                .map(found -> found.orElseThrow(() -> new IllegalStateException("no verification " + id)))
                .chain(now -> now.doneAt().isPresent() || now.step() != step
                        ? Uni.createFrom().voidItem()
                        : look(now).chain(this::write));
    }

    private Uni<Void> write(Verification next) {
        var event = event(next.id(), next.step());
        return verifications
                .step(next, event)
                .call(() -> outboxRelay.relay(List.of(event.id())))
                .replaceWithVoid();
    }

    private Uni<Verification> look(Verification now) {
        if (now.place().isPresent()) {
            return checkEntries(now, now.place().get());
        }
        return now.checked().isPresent()
                ? checkTransfers(now, now.checked().get())
                : checkShares(now, now.shares().orElseThrow());
    }

    private Uni<Verification> checkEntries(Verification now, Place place) {
        return proofs.checkEntries(place, config.verifyPage(), config.verifyPatience())
                .chain(checked -> {
                    if (checked.broken().isPresent()) {
                        return Uni.createFrom().item(now.done(checked.broken(), checked.checked()));
                    }
                    if (checked.next().isPresent()) {
                        return Uni.createFrom().item(now.at(checked.next().get(), checked.checked()));
                    }
                    return proofs.checkBooks(config.verifyPatience())
                            .map(broken -> broken.isPresent()
                                    ? now.done(broken, checked.checked())
                                    : now.at(BEFORE_ALL, checked.checked()));
                });
    }

    private Uni<Verification> checkTransfers(Verification now, TransferId after) {
        return proofs.checkTransfers(after, config.verifyPage(), config.verifyPatience())
                .map(checked -> {
                    if (checked.broken().isPresent()) {
                        return now.done(checked.broken(), 0);
                    }
                    return checked.next().map(next -> now.at(next, 0)).orElseGet(() -> now.at(SharePlace.START));
                });
    }

    private Uni<Verification> checkShares(Verification now, SharePlace after) {
        return proofs.checkShares(after, config.verifyPage(), config.verifyPatience())
                .map(checked -> checked.broken().isPresent() || checked.next().isEmpty()
                        ? now.done(checked.broken(), 0)
                        : now.at(checked.next().get()));
    }

    private CloudEvent event(UUID id, long step) {
        return events.of(id, new VerificationAdvanced(id, step));
    }
}
