package dev.vitrine.ledger.settlement.store;

import dev.vitrine.ledger.settlement.entity.SettlementDay;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Pending income that becomes payable, day by day.
@ApplicationScoped
public class Settlements {
    private final Database database;

    public Settlements(Database database) {
        this.database = database;
    }

    /// Begins a day, or finds it where it was left; then with the cut that it began with.
    public Uni<SettlementDay> begin(LocalDate day, Instant cut) {
        return database.statements()
                .one(
                        Settlements::day,
                        "with begun as (insert into ledger.settlements (day, cut, reached, begun_at)"
                                + " values ($1, $2, '00000000-0000-0000-0000-000000000000', clock_timestamp())"
                                + " on conflict do nothing returning *)"
                                + " select day, cut, reached, done_at is not null as done from begun union all"
                                + " select day, cut, reached, done_at is not null from ledger.settlements where day = $1",
                        day,
                        cut);
    }

    /// Accounts of pending income that have something, ascending.
    public Uni<List<AccountId>> page(AccountId after, int most) {
        return database.statements()
                .all(
                        row -> new AccountId(row.getUUID("account_id")),
                        "select a.id as account_id from ledger.accounts a where a.kind = 'PENDING_INCOME' and a.id > $1"
                                + " and exists (select from ledger.heads h where h.account_id = a.id and h.balance <> 0)"
                                + " order by a.id limit $2",
                        after.value(),
                        most);
    }

    /// @return what moved, in minor units; zero when nothing was mature or it was done before
    public Uni<Long> settle(AccountId pending, SettlementDay day, Duration patience) {
        return database.statements(patience)
                .one(
                        row -> row.getLong("amount"),
                        "select ledger.settle($1, $2, $3) as amount",
                        pending.value(),
                        day.day(),
                        day.cut());
    }

    /// Accounts up to this one are done. Never goes back.
    public Uni<Void> reach(LocalDate day, AccountId last, int accounts) {
        return database.statements()
                .all(
                        row -> row,
                        "update ledger.settlements set reached = $2, accounts = accounts + $3 where day = $1 and reached < $2",
                        day,
                        last.value(),
                        accounts)
                .replaceWithVoid();
    }

    public Uni<Void> finish(LocalDate day) {
        return database.statements()
                .all(
                        row -> row,
                        "update ledger.settlements set done_at = clock_timestamp() where day = $1 and done_at is null",
                        day)
                .replaceWithVoid();
    }

    private static SettlementDay day(Row row) {
        return new SettlementDay(
                row.getLocalDate("day"),
                Columns.instant(row, "cut"),
                new AccountId(row.getUUID("reached")),
                row.getBoolean("done"));
    }
}
