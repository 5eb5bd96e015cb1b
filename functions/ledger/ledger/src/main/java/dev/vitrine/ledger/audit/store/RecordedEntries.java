package dev.vitrine.ledger.audit.store;

import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.audit.entity.RecordedEntry;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Reference;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Entries as the database has them: of one account, and of a period.
@ApplicationScoped
public class RecordedEntries {
    /// What `read` reads, of entries `e` and transfers `t`.
    private static final String COLUMNS =
            "e.account_id, e.shard, e.seq, e.transfer_id, t.kind, t.reference, t.reverses, e.currency,"
                    + " e.amount, e.balance, e.recorded_at, e.hash";

    private final Database database;

    public RecordedEntries(Database database) {
        this.database = database;
    }

    /// The newest entries of an account first, shard by shard: a chain is read without gaps.
    ///
    /// @param before entries of lower numbers; those of higher shards follow
    public Uni<List<RecordedEntry>> of(AccountId account, Optional<Place> before, int limit) {
        return database.statements()
                .all(
                        RecordedEntries::read,
                        "select " + COLUMNS
                                + " from ledger.entries e left join ledger.transfers t on t.id = e.transfer_id"
                                + " where e.account_id = $1 and e.shard >= $2 and (e.shard > $2 or e.seq < $3)"
                                + " order by e.shard, e.seq desc limit $4",
                        account.value(),
                        before.map(Place::shard).orElse((short) 0),
                        before.map(Place::seq).orElse(Long.MAX_VALUE),
                        limit);
    }

    /// Entries of up to `transfers` transfers recorded from `from` (behind `after`, if it is of that very
    /// moment) until before `to`.
    public Uni<List<RecordedEntry>> between(Instant from, TransferId after, Instant to, int transfers) {
        return database.statements()
                .all(
                        RecordedEntries::read,
                        "select " + COLUMNS + " from (select * from ledger.transfers"
                                + " where (recorded_at, id) > ($1, $2) and recorded_at < $3"
                                + " order by recorded_at, id limit $4) t join ledger.entries e on e.transfer_id = t.id"
                                + " order by t.recorded_at, t.id, e.account_id",
                        from,
                        after.value(),
                        to,
                        transfers);
    }

    private static RecordedEntry read(Row row) {
        var currency = Currency.parse(row.getString("currency"));
        return new RecordedEntry(
                new AccountId(row.getUUID("account_id")),
                row.getShort("shard"),
                row.getLong("seq"),
                new TransferId(row.getUUID("transfer_id")),
                new TransferKind(row.getString("kind")),
                new Reference(row.getString("reference")),
                Optional.ofNullable(row.getUUID("reverses")).map(TransferId::new),
                new Money(row.getLong("amount"), currency),
                new Money(row.getLong("balance"), currency),
                Columns.instant(row, "recorded_at"),
                Columns.hex(row, "hash"));
    }
}
