package dev.vitrine.ledger.transfers.store;

import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Balance;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Accounts: opened, read.
@ApplicationScoped
public class Accounts {
    private final Database database;

    public Accounts(Database database) {
        this.database = database;
    }

    /// Opens it, or finds it open.
    public Uni<AccountId> open(Account account) {
        return database.statements()
                .one(
                        row -> new AccountId(row.getUUID("id")),
                        "select ledger.open_account($1, $2, $3) as id",
                        account.owner(),
                        account.kind().name(),
                        account.currency().name());
    }

    public Uni<Optional<Balance>> balance(AccountId account) {
        return database.statements()
                .first(
                        Accounts::readBalance,
                        "select currency, sum(balance)::bigint as balance, sum(held)::bigint as held from ledger.heads"
                                + " where account_id = $1 group by currency",
                        account.value());
    }

    private static Balance readBalance(Row row) {
        var currency = Currency.parse(row.getString("currency"));
        return new Balance(new Money(row.getLong("balance"), currency), new Money(row.getLong("held"), currency));
    }
}
