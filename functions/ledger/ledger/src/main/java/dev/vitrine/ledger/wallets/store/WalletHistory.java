package dev.vitrine.ledger.wallets.store;

import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.wallets.entity.WalletLine;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A wallet's entries with what they were for.
@ApplicationScoped
public class WalletHistory {
    private final Database database;

    public WalletHistory(Database database) {
        this.database = database;
    }

    /// Latest first. A wallet is one chain.
    public Uni<List<WalletLine>> of(AccountId wallet, Optional<Long> before, int limit) {
        return database.statements()
                .all(WalletHistory::read, """
                select e.seq, e.transfer_id, e.recorded_at, t.kind, e.amount, e.balance, coalesce(r.title, u.method) as counterpart,
                       g.room_id, g.kind as gift, g.pieces
                from ledger.entries e join ledger.transfers t on t.id = e.transfer_id
                left join ledger.gifts g on g.id = coalesce(t.reverses, t.id)
                left join ledger.rooms r on r.id = g.room_id
                left join ledger.top_ups u on u.id = coalesce(t.reverses, t.id)
                where e.account_id = $1 and e.shard = 0 and e.seq < $2 order by e.seq desc limit $3
                """, wallet.value(), before.orElse(Long.MAX_VALUE), limit);
    }

    private static WalletLine read(Row row) {
        var pieces = row.getInteger("pieces");
        return new WalletLine(
                row.getLong("seq"),
                row.getUUID("transfer_id"),
                Columns.instant(row, "recorded_at"),
                row.getString("kind"),
                row.getLong("amount"),
                row.getLong("balance"),
                Optional.ofNullable(row.getString("counterpart")),
                Optional.ofNullable(row.getUUID("room_id")).map(RoomId::new),
                Optional.ofNullable(row.getString("gift")),
                pieces == null ? OptionalInt.empty() : OptionalInt.of(pieces));
    }
}
