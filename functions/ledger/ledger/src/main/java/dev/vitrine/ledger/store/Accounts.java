package dev.vitrine.ledger.store;

import dev.vitrine.ledger.entity.Account;
import dev.vitrine.ledger.entity.AccountId;
import dev.vitrine.ledger.entity.AccountKind;
import dev.vitrine.ledger.entity.Balance;
import dev.vitrine.ledger.entity.Place;
import dev.vitrine.ledger.entity.RecordedEntry;
import dev.vitrine.ledger.entity.TrialLine;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Accounts: opened, read.
@ApplicationScoped
public class Accounts {
    private final Books books;

    public Accounts(Books books) {
        this.books = books;
    }

    /// Opens it, or finds it open.
    public Uni<AccountId> open(Account account) {
        return books.one(
                row -> new AccountId(row.getUUID("id")),
                "select ledger.open_account($1, $2, $3) as id",
                account.owner(),
                account.kind().name(),
                account.currency().name());
    }

    public Uni<Optional<Balance>> balance(AccountId account) {
        return books.ask(
                        Accounts::readBalance,
                        "select currency, sum(balance)::bigint as balance, sum(held)::bigint as held from ledger.heads"
                                + " where account_id = $1 group by currency",
                        account.value())
                .map(found -> found.stream().findFirst());
    }

    /// Its newest entries first, shard by shard: a chain is read without gaps.
    ///
    /// @param before entries of lower numbers; those of higher shards follow
    public Uni<List<RecordedEntry>> entries(AccountId account, Optional<Place> before, int limit) {
        return books.ask(
                Rows::entry,
                "select " + Rows.ENTRY + " from ledger.entries e left join ledger.transfers t on t.id = e.transfer_id"
                        + " where e.account_id = $1 and e.shard >= $2 and (e.shard > $2 or e.seq < $3)"
                        + " order by e.shard, e.seq desc limit $4",
                account.value(),
                before.map(Place::shard).orElse((short) 0),
                before.map(Place::seq).orElse(Long.MAX_VALUE),
                limit);
    }

    /// What accounts of each kind and currency have together, at one moment. Reads every head.
    public Uni<List<TrialLine>> trialBalance() {
        return books.ask(
                Accounts::readLine,
                "select a.kind, a.currency, count(distinct a.id) as accounts, sum(h.balance)::bigint as balance,"
                        + " sum(h.held)::bigint as held from ledger.accounts a join ledger.heads h on h.account_id = a.id"
                        + " group by a.currency, a.kind order by a.currency, a.kind");
    }

    private static Balance readBalance(Row row) {
        var currency = Currency.parse(row.getString("currency"));
        return new Balance(new Money(row.getLong("balance"), currency), new Money(row.getLong("held"), currency));
    }

    private static TrialLine readLine(Row row) {
        var currency = Currency.parse(row.getString("currency"));
        return new TrialLine(
                AccountKind.parse(row.getString("kind")),
                row.getLong("accounts"),
                new Money(row.getLong("balance"), currency),
                new Money(row.getLong("held"), currency));
    }
}
