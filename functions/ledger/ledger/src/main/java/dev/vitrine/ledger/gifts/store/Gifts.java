package dev.vitrine.ledger.gifts.store;

import dev.vitrine.ledger.gifts.entity.GiftKind;
import dev.vitrine.ledger.gifts.entity.GiftRequest;
import dev.vitrine.ledger.gifts.entity.SentGift;
import dev.vitrine.ledger.store.RefusalsBySqlState;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// Gifts: offered, sent.
@ApplicationScoped
public class Gifts {
    private final Database database;

    public Gifts(Database database) {
        this.database = database;
    }

    /// Cheapest first.
    public Uni<List<GiftKind>> kinds() {
        return database.statements()
                .all(
                        Gifts::kind,
                        "select code, name_en, name_zh, price, animation from ledger.gift_kinds where offered order by price, code");
    }

    /// Decides, moves, counts and tells it, once, in one round trip.
    ///
    /// @param zone where the day that the gift is counted on begins
    /// @param event the id of the event that tells it
    /// @return what was answered before, if it was sent before; fails with a `MoneyRefusal`
    public Uni<SentGift> send(GiftRequest request, ZoneId zone, UUID event) {
        return database.statements()
                .one(
                        row -> new SentGift(
                                request.id(),
                                request.gift(),
                                request.count(),
                                row.getLong("coins"),
                                row.getLong("balance"),
                                row.getInteger("combo"),
                                Columns.instant(row, "sent_at")),
                        "select coins, balance, combo, sent_at from ledger.send_gift($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                        request.id(),
                        request.room().value(),
                        request.giver().subject(),
                        request.giver().name(),
                        request.viewer(),
                        request.gift(),
                        request.count(),
                        zone.getId(),
                        event)
                .onFailure()
                .transform(RefusalsBySqlState::of);
    }

    private static GiftKind kind(Row row) {
        return new GiftKind(
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_zh"),
                row.getLong("price"),
                row.getString("animation"));
    }
}
