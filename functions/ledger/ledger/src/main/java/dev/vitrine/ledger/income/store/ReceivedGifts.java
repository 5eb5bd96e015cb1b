package dev.vitrine.ledger.income.store;

import dev.vitrine.ledger.income.entity.ReceivedGift;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Gifts, as those who got them read them.
@ApplicationScoped
public class ReceivedGifts {
    private final Database database;

    public ReceivedGifts(Database database) {
        this.database = database;
    }

    /// Latest first.
    ///
    /// @param before those at this place and younger ones are left out
    public Uni<List<ReceivedGift>> of(String streamer, Instant from, ReceivedGift.Place before, int limit) {
        return database.statements().all(ReceivedGifts::read, """
                select g.id, g.sent_at, g.room_id, r.title, g.kind, coalesce(k.name_en, g.kind) as name_en,
                       coalesce(k.name_zh, g.kind) as name_zh, g.pieces, g.coins, g.share, g.income, g.commission
                from ledger.gifts g left join ledger.rooms r on r.id = g.room_id
                left join ledger.gift_kinds k on k.code = g.kind
                where g.streamer = $1 and g.sent_at >= $2 and (g.sent_at, g.id) < ($3, $4)
                order by g.sent_at desc, g.id desc limit $5
                """, streamer, from, before.at(), before.gift(), limit);
    }

    private static ReceivedGift read(Row row) {
        var share = row.getInteger("share");
        return new ReceivedGift(
                row.getUUID("id"),
                Columns.instant(row, "sent_at"),
                new RoomId(row.getUUID("room_id")),
                Optional.ofNullable(row.getString("title")),
                row.getString("kind"),
                row.getString("name_en"),
                row.getString("name_zh"),
                row.getInteger("pieces"),
                row.getLong("coins"),
                share == null ? OptionalInt.empty() : OptionalInt.of(share),
                row.getLong("income"),
                row.getLong("commission"));
    }
}
