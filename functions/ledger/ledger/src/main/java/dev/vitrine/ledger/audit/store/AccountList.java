package dev.vitrine.ledger.audit.store;

import dev.vitrine.ledger.audit.entity.OpenedAccount;
import dev.vitrine.ledger.audit.entity.TrialLine;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Accounts as an auditor lists them.
@ApplicationScoped
public class AccountList {
    private final Database database;

    public AccountList(Database database) {
        this.database = database;
    }

    /// By id.
    public Uni<List<OpenedAccount>> page(
            Optional<AccountKind> kind, Optional<String> owner, Optional<AccountId> after, int limit) {
        return database.statements()
                .all(
                        AccountList::read,
                        """
                select a.owner, a.kind, a.currency, a.opened_at, sum(h.balance)::bigint as balance, sum(h.held)::bigint as held
                from (select * from ledger.accounts
                      where ($1::text is null or kind = $1) and ($2::text is null or owner = $2) and ($3::uuid is null or id > $3)
                      order by id limit $4) a
                join ledger.heads h on h.account_id = a.id
                group by a.id, a.owner, a.kind, a.currency, a.opened_at order by a.id
                """,
                        kind.map(AccountKind::name).orElse(null),
                        owner.orElse(null),
                        after.map(AccountId::value).orElse(null),
                        limit);
    }

    /// What accounts of each kind and currency have together, at one moment. Reads every head.
    public Uni<List<TrialLine>> trialBalance() {
        return database.statements()
                .all(
                        AccountList::trialLine,
                        "select a.kind, a.currency, count(distinct a.id) as accounts, sum(h.balance)::bigint as balance,"
                                + " sum(h.held)::bigint as held from ledger.accounts a join ledger.heads h on h.account_id = a.id"
                                + " group by a.currency, a.kind order by a.currency, a.kind");
    }

    private static OpenedAccount read(Row row) {
        return new OpenedAccount(
                new Account(
                        row.getString("owner"),
                        AccountKind.parse(row.getString("kind")),
                        Currency.parse(row.getString("currency"))),
                row.getLong("balance"),
                row.getLong("held"),
                Columns.instant(row, "opened_at"));
    }

    private static TrialLine trialLine(Row row) {
        var currency = Currency.parse(row.getString("currency"));
        return new TrialLine(
                AccountKind.parse(row.getString("kind")),
                row.getLong("accounts"),
                new Money(row.getLong("balance"), currency),
                new Money(row.getLong("held"), currency));
    }
}
