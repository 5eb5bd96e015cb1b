package dev.vitrine.ledger.wallets.control;

import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.gifts.entity.GiftKind;
import dev.vitrine.ledger.gifts.store.Gifts;
import dev.vitrine.ledger.topups.entity.CoinPackage;
import dev.vitrine.ledger.topups.entity.TopUp;
import dev.vitrine.ledger.topups.store.TopUps;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Balance;
import dev.vitrine.ledger.transfers.store.Accounts;
import dev.vitrine.ledger.wallets.entity.WalletLine;
import dev.vitrine.ledger.wallets.store.WalletHistory;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a person has, what moved, what can be bought and given.
@ApplicationScoped
public class ReadWallet {
    private final Accounts accounts;
    private final WalletHistory history;
    private final TopUps topUps;
    private final Gifts gifts;

    public ReadWallet(Accounts accounts, WalletHistory history, TopUps topUps, Gifts gifts) {
        this.accounts = accounts;
        this.history = history;
        this.topUps = topUps;
        this.gifts = gifts;
    }

    /// Nothing when the wallet was never used.
    public Uni<Balance> coins(String owner) {
        var none = Money.zero(Currency.COIN);
        return accounts.balance(wallet(owner).id()).map(found -> found.orElse(new Balance(none, none)));
    }

    public Uni<List<WalletLine>> lines(String owner, Optional<Long> before, int limit) {
        return history.of(wallet(owner).id(), before, limit);
    }

    public Uni<List<CoinPackage>> packages() {
        return topUps.packages();
    }

    public Uni<List<GiftKind>> gifts() {
        return gifts.kinds();
    }

    public Uni<List<TopUp>> topUps(String owner, Optional<UUID> after, int limit) {
        return topUps.of(owner, after, limit);
    }

    /// Another person's is as none.
    public Uni<TopUp> topUp(String owner, UUID id) {
        return topUps.find(id).map(found -> found.filter(topUp -> topUp.owner().equals(owner))
                .orElseThrow(() -> new MoneyRefusal.NotFound("top-up")));
    }

    private static Account wallet(String owner) {
        return new Account(owner, AccountKind.WALLET, Currency.COIN);
    }
}
