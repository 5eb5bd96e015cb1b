package dev.vitrine.ledger.transfers.control;

import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Balance;
import dev.vitrine.ledger.transfers.entity.Capability;
import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.ledger.transfers.entity.HoldDecision;
import dev.vitrine.ledger.transfers.entity.HoldId;
import dev.vitrine.ledger.transfers.entity.Reference;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.ledger.transfers.entity.ReleaseDecision;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferDecision;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.ledger.transfers.store.Accounts;
import dev.vitrine.ledger.transfers.store.Holds;
import dev.vitrine.ledger.transfers.store.Transfers;
import dev.vitrine.model.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Does for another capability what it may ask for (`Capability`), once. Holds and transfers of others are to it as if
/// there were none.
@ApplicationScoped
public class ServeCapability {
    private final Accounts accounts;
    private final Transfers transfers;
    private final Holds holds;
    private final ReverseTransfer reverseTransfer;

    public ServeCapability(Accounts accounts, Transfers transfers, Holds holds, ReverseTransfer reverseTransfer) {
        this.accounts = accounts;
        this.transfers = transfers;
        this.holds = holds;
        this.reverseTransfer = reverseTransfer;
    }

    /// @param minor above zero what the account receives, below zero what it gives
    public record Line(Account account, long minor) {
        private Entry entry() {
            return new Entry(account.id(), new Money(minor, account.currency()));
        }
    }

    /// What came of asking for an account.
    public sealed interface Asked<T> {
        record Given<T>(T value) implements Asked<T> {}

        record NotGiven<T>(Refused why) implements Asked<T> {}
    }

    public Uni<TransferDecision> post(
            Capability by, TransferId id, TransferKind kind, Reference reference, List<Line> lines) {
        return post(by, transfer(id, kind, reference, lines), lines, Optional.empty());
    }

    public Uni<TransferDecision> capture(
            Capability by, HoldId hold, TransferId id, TransferKind kind, Reference reference, List<Line> lines) {
        var transfer = transfer(id, kind, reference, lines).capturing(hold);
        return holds.find(hold)
                .map(known -> known.filter(placed -> by.placed(placed.reference())))
                .chain(known -> known.isPresent()
                        ? post(by, transfer, lines, known.map(Holds.Placed::account))
                        : Uni.createFrom().item(new Refused.UnknownHold()));
    }

    public Uni<HoldDecision> hold(Capability by, Account account, Hold hold) {
        return by.mayHold(account) ? holds.place(hold) : Uni.createFrom().item(new Refused.NotAllowed(account.id()));
    }

    public Uni<ReleaseDecision> release(Capability by, HoldId hold) {
        return holds.find(hold)
                .chain(known ->
                        known.filter(placed -> by.placed(placed.reference())).isPresent()
                                ? holds.release(hold)
                                : Uni.createFrom().item(new Refused.UnknownHold()));
    }

    /// @param lines a part of the original, each on the other side; none: all of it
    public Uni<TransferDecision> reverse(
            Capability by, TransferId id, TransferId original, Reference reference, List<Line> lines) {
        var kind = by.kind(ReverseTransfer.KIND);
        return transfers.kind(original).chain(known -> {
            if (known.filter(by::posted).isEmpty()) {
                return Uni.createFrom().item(new Refused.UnknownOriginal());
            }
            return lines.isEmpty()
                    ? reverseTransfer.run(id, original, kind, reference)
                    : reverseTransfer.run(id, original, kind, reference, entries(lines));
        });
    }

    public Uni<Asked<AccountId>> open(Capability by, Account account) {
        return by.mayOpen(account)
                ? accounts.open(account).map(Asked.Given::new)
                : Uni.createFrom().item(new Asked.NotGiven<>(new Refused.NotAllowed(account.id())));
    }

    public Uni<Asked<Balance>> balance(Capability by, Account account) {
        if (!by.mayRead(account)) {
            return Uni.createFrom().item(new Asked.NotGiven<>(new Refused.NotAllowed(account.id())));
        }
        return accounts.balance(account.id()).map(found -> found.<Asked<Balance>>map(Asked.Given::new)
                .orElseGet(() -> new Asked.NotGiven<>(new Refused.UnknownAccount(account.id()))));
    }

    private Uni<TransferDecision> post(Capability by, Transfer transfer, List<Line> lines, Optional<AccountId> held) {
        var forbidden = lines.stream()
                .filter(line -> !by.mayMove(line.account(), line.minor(), held))
                .findFirst();
        return forbidden.isPresent()
                ? Uni.createFrom()
                        .item(new Refused.NotAllowed(forbidden.get().account().id()))
                : transfers.post(transfer);
    }

    private static Transfer transfer(TransferId id, TransferKind kind, Reference reference, List<Line> lines) {
        return new Transfer(id, kind, reference, entries(lines), Optional.empty(), Optional.empty());
    }

    private static List<Entry> entries(List<Line> lines) {
        return lines.stream().map(Line::entry).toList();
    }
}
