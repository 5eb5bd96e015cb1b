package dev.vitrine.ledger.withdrawals.entity;

import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.Reference;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Income that a streamer wants to be paid out.
///
/// @param coins set aside meanwhile
/// @param amount what is paid for them
public record Withdrawal(
        UUID id,
        String streamer,
        String streamerName,
        long coins,
        Money amount,
        State state,
        Instant requestedAt,
        Instant expiresAt,
        Optional<Decided> decided) {

    /// EXPIRED is never written down: a hold that is over frees its coins by itself.
    public enum State {
        REQUESTED,
        APPROVED,
        REFUSED,
        EXPIRED
    }

    public record Decided(Instant at, String by, String reason) {}

    public State stateAt(Instant now) {
        return state == State.REQUESTED && !now.isBefore(expiresAt) ? State.EXPIRED : state;
    }

    /// The coins cease to be, and their money leaves.
    public Transfer transfer() {
        var coin = new Money(coins, Currency.COIN);
        return Transfer.of(
                new TransferId(id),
                new TransferKind("withdrawal"),
                new Reference(""),
                Entry.out(new Account(streamer, AccountKind.PAYABLE_INCOME, Currency.COIN).id(), coin),
                Entry.into(
                        Account.ofPlatform(AccountKind.ISSUANCE, Currency.COIN).id(), coin),
                Entry.out(
                        Account.ofPlatform(AccountKind.SALES, amount.currency()).id(), amount),
                Entry.into(
                        Account.ofPlatform(AccountKind.CLEARING, amount.currency())
                                .id(),
                        amount));
    }
}
