package dev.vitrine.ledger.income.store;

import dev.vitrine.ledger.income.entity.FansOn;
import dev.vitrine.ledger.income.entity.Income;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.model.Currency;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A streamer's income, besides its statements.
@ApplicationScoped
public class Incomes {
    private final Database database;

    public Incomes(Database database) {
        this.database = database;
    }

    public Uni<Income> of(String streamer) {
        var accounts = accounts(streamer);
        return database.statements()
                .one(
                        row -> new Income(
                                row.getLong("pending"),
                                row.getLong("payable") - row.getLong("held"),
                                row.getLong("held"),
                                row.getLong("withdrawn"),
                                row.getLong("fans")),
                        """
                select (select coalesce(sum(h.balance), 0)::bigint from ledger.heads h where h.account_id = $1) as pending,
                       (select coalesce(sum(h.balance), 0)::bigint from ledger.heads h where h.account_id = $2) as payable,
                       (select coalesce(sum(h.held), 0)::bigint from ledger.heads h where h.account_id = $2) as held,
                       (select coalesce(sum(w.coins), 0)::bigint from ledger.withdrawals w
                        where w.streamer = $3 and w.state = 'APPROVED') as withdrawn,
                       coalesce((select f.fans from ledger.fans f where f.streamer = $3 order by f.day desc limit 1), 0) as fans
                """,
                        accounts[0],
                        accounts[1],
                        streamer);
    }

    /// Days on which the number changed, ascending, and the last one before.
    public Uni<List<FansOn>> fans(String streamer, LocalDate first, LocalDate last) {
        return database.statements()
                .all(row -> new FansOn(row.getLocalDate("day"), row.getLong("fans")), """
                (select day, fans from ledger.fans where streamer = $1 and day < $2 order by day desc limit 1)
                union all (select day, fans from ledger.fans where streamer = $1 and day between $2 and $3) order by day
                """, streamer, first, last);
    }

    /// When the streamer was given something first.
    public Uni<Optional<Instant>> since(String streamer) {
        return database.statements()
                .first(
                        row -> Columns.instant(row, "opened_at"),
                        "select opened_at from ledger.accounts where id = any ($1) order by opened_at limit 1",
                        (Object) accounts(streamer));
    }

    /// What there was at each of these moments, in their order: pending and payable together.
    public Uni<List<Long>> at(String streamer, List<Instant> moments) {
        return database.statements()
                .all(
                        row -> row.getLong("balance"),
                        """
                select coalesce(sum(e.balance), 0)::bigint as balance
                from unnest($2::timestamptz[]) with ordinality as m (at, place)
                left join ledger.heads h on h.account_id = any ($1)
                left join ledger.entries e on e.account_id = h.account_id and e.shard = h.shard
                    and e.seq = ledger.last_before(h.account_id, h.shard, m.at)
                group by m.place order by m.place
                """,
                        accounts(streamer),
                        moments.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
    }

    private static UUID[] accounts(String streamer) {
        return new UUID[] {
            new Account(streamer, AccountKind.PENDING_INCOME, Currency.COIN)
                    .id()
                    .value(),
            new Account(streamer, AccountKind.PAYABLE_INCOME, Currency.COIN)
                    .id()
                    .value()
        };
    }
}
