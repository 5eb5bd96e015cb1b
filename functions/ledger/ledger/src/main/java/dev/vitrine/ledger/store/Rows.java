package dev.vitrine.ledger.store;

import dev.vitrine.ledger.entity.AccountId;
import dev.vitrine.ledger.entity.RecordedEntry;
import dev.vitrine.ledger.entity.Reference;
import dev.vitrine.ledger.entity.TransferId;
import dev.vitrine.ledger.entity.TransferKind;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HexFormat;
import java.util.Optional;

/// Columns as words of the ledger.
final class Rows {
    /// What `entry` reads, of entries `e` and transfers `t`.
    static final String ENTRY =
            "e.account_id, e.shard, e.seq, e.transfer_id, t.kind, t.reference, t.reverses, e.currency,"
                    + " e.amount, e.balance, e.recorded_at, e.hash";

    private Rows() {}

    static AccountId account(Row row) {
        return new AccountId(row.getUUID("account_id"));
    }

    static RecordedEntry entry(Row row) {
        var currency = Currency.parse(row.getString("currency"));
        return new RecordedEntry(
                account(row),
                row.getShort("shard"),
                row.getLong("seq"),
                new TransferId(row.getUUID("transfer_id")),
                new TransferKind(row.getString("kind")),
                new Reference(row.getString("reference")),
                Optional.ofNullable(row.getUUID("reverses")).map(TransferId::new),
                new Money(row.getLong("amount"), currency),
                new Money(row.getLong("balance"), currency),
                Books.instant(row, "recorded_at"),
                hex(row, "hash"));
    }

    static String hex(Row row, String column) {
        return HexFormat.of().formatHex(row.getBuffer(column).getBytes());
    }
}
