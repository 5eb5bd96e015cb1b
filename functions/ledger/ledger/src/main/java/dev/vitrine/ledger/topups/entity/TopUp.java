package dev.vitrine.ledger.topups.entity;

import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.Reference;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// Coins that somebody buys.
///
/// @param amount what is to be paid
/// @param session what the provider calls it; absent until it answered
public record TopUp(
        UUID id,
        String owner,
        String coinPackage,
        Method method,
        long coins,
        Money amount,
        String provider,
        Optional<String> session,
        Optional<URI> payUrl,
        State state,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> closedAt) {

    public enum Method {
        ALIPAY,
        CARD;

        /// @throws InvalidValue when it is none of them
        public static Method parse(String text) {
            return Arrays.stream(values())
                    .filter(method -> method.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValue("method", "must be one of " + Arrays.toString(values())));
        }
    }

    public enum State {
        PENDING,
        PAID,
        REFUSED,
        EXPIRED
    }

    /// What a reader sees: one whose time is over is expired, whether the provider said so or not. It is paid
    /// all the same if money comes.
    public State stateAt(Instant now) {
        return state == State.PENDING && now.isAfter(expiresAt) ? State.EXPIRED : state;
    }

    /// Coins come into being against what was paid for them.
    public Transfer transfer() {
        var coin = new Money(coins, Currency.COIN);
        return Transfer.of(
                new TransferId(id),
                new TransferKind("top-up"),
                new Reference(provider),
                Entry.out(
                        Account.ofPlatform(AccountKind.ISSUANCE, coin.currency())
                                .id(),
                        coin),
                Entry.into(new Account(owner, AccountKind.WALLET, coin.currency()).id(), coin),
                Entry.out(
                        Account.ofPlatform(AccountKind.CLEARING, amount.currency())
                                .id(),
                        amount),
                Entry.into(
                        Account.ofPlatform(AccountKind.SALES, amount.currency()).id(), amount));
    }
}
