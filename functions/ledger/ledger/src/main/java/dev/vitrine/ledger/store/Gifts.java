package dev.vitrine.ledger.store;

import dev.vitrine.ledger.entity.GiftKind;
import dev.vitrine.ledger.entity.GiftQuote;
import dev.vitrine.ledger.entity.GiftWish;
import dev.vitrine.ledger.entity.Ranked;
import dev.vitrine.ledger.entity.SentGift;
import dev.vitrine.ledger.entity.Transfer;
import dev.vitrine.model.RoomId;
import dev.vitrine.model.Share;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Gifts: offered, sent, counted.
@ApplicationScoped
public class Gifts {
    private final Books books;

    public Gifts(Books books) {
        this.books = books;
    }

    /// Cheapest first.
    public Uni<List<GiftKind>> kinds() {
        return books.ask(
                Gifts::kind,
                "select code, name_en, name_zh, price, animation from ledger.gift_kinds where offered order by price, code");
    }

    /// What is known before a gift is sent: the same, sent before; the room; the gift; the share.
    public record Known(
            Optional<Before> before, Optional<String> room, Optional<GiftKind> kind, Optional<GiftQuote> quote) {}

    /// @param room where it was given
    public record Before(RoomId room, SentGift gift) {}

    public Uni<Known> known(GiftWish wish) {
        return books.one(Gifts::known, """
                select g.id, g.room_id, g.kind, g.pieces, g.coins, g.balance, g.combo, g.sent_at,
                       r.streamer, r.state, k.code, k.name_en, k.name_zh, k.price, k.animation,
                       coalesce(c.streamer_basis_points, s.streamer_basis_points) as share
                from (select 1) one
                left join ledger.gifts g on g.id = $1
                left join ledger.rooms r on r.id = $2
                left join ledger.gift_kinds k on k.code = $3 and k.offered
                left join ledger.commission_shares s on s.room_kind = r.kind
                left join lateral (
                    select c.streamer_basis_points from ledger.streamer_contracts c
                    where c.streamer = r.streamer and c.since <= now() and (c.until is null or c.until > now())
                    order by c.since desc limit 1) c on true
                """, wish.id(), wish.room().value(), wish.gift());
    }

    /// Moves, counts and tells it, once, in one call.
    ///
    /// @param event its `time` and `data.combo` are filled in where they are known
    public Uni<SentGift> send(
            GiftWish wish, GiftQuote quote, Share.Split split, Transfer transfer, ZoneId zone, CloudEvent event) {
        var coins = split.payee().plus(split.platform()).minor();
        return books.one(
                        row -> new SentGift(
                                wish.id(),
                                wish.gift(),
                                wish.count(),
                                coins,
                                row.getLong("balance"),
                                row.getInteger("combo"),
                                Books.instant(row, "sent_at")),
                        "select combo, balance, sent_at from ledger.send_gift"
                                + "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
                        wish.id(),
                        wish.room().value(),
                        wish.giver().subject(),
                        wish.giver().name(),
                        wish.viewer(),
                        quote.streamer(),
                        wish.gift(),
                        wish.count(),
                        split.payee().minor(),
                        split.platform().minor(),
                        transfer.entries().stream()
                                .map(entry -> entry.account().value())
                                .toArray(UUID[]::new),
                        transfer.entries().stream()
                                .map(entry -> entry.amount().minor())
                                .toArray(Long[]::new),
                        zone.getId(),
                        event.id(),
                        event.type().value(),
                        new JsonObject(CloudEventJson.write(event)))
                .onFailure()
                .transform(MoneyRefusals::of);
    }

    /// What a gift changed in the rankings, as totals: taking them twice is as once.
    public record Counted(RoomId room, Ranked giver, LocalDate day, Ranked streamer) {}

    public Uni<Optional<Counted>> counted(UUID gift) {
        return books.ask(
                        row -> new Counted(
                                new RoomId(row.getUUID("room_id")),
                                new Ranked(row.getString("viewer"), row.getString("name"), row.getLong("coins")),
                                row.getLocalDate("day"),
                                new Ranked(
                                        row.getString("streamer"),
                                        row.getString("streamer_name"),
                                        row.getLong("given"))),
                        """
                        select g.room_id, v.viewer, v.name, v.coins, g.day, g.streamer, r.streamer_name,
                               (select sum(d.given)::bigint from ledger.streamer_days d
                                where d.streamer = g.streamer and d.day = g.day) as given
                        from ledger.gifts g join ledger.givers v on v.room_id = g.room_id and v.sender = g.sender
                        join ledger.rooms r on r.id = g.room_id where g.id = $1
                        """,
                        gift)
                .map(found -> found.stream().findFirst());
    }

    /// Absent when the room is not known.
    public Uni<Optional<Long>> givenIn(RoomId room) {
        return books.ask(
                        row -> row.getLong("given"),
                        "select (select coalesce(sum(v.coins), 0)::bigint from ledger.givers v where v.room_id = r.id) as given"
                                + " from ledger.rooms r where r.id = $1",
                        room.value())
                .map(found -> found.stream().findFirst());
    }

    public Uni<List<Ranked>> givers(RoomId room, int first) {
        return books.ask(
                Gifts::ranked,
                "select viewer as who, name, coins from ledger.givers where room_id = $1"
                        + " order by coins desc, viewer desc limit $2",
                room.value(),
                first);
    }

    public Uni<List<Ranked>> streamers(LocalDate day, int first) {
        return books.ask(Gifts::ranked, """
                select d.streamer as who, coalesce(r.streamer_name, d.streamer) as name, d.coins
                from (select streamer, sum(given)::bigint as coins from ledger.streamer_days where day = $1
                      group by streamer order by 2 desc, 1 desc limit $2) d
                left join lateral (select streamer_name from ledger.rooms r where r.streamer = d.streamer
                                   order by r.state_at desc limit 1) r on true
                order by d.coins desc, d.streamer desc
                """, day, first);
    }

    private static Ranked ranked(Row row) {
        return new Ranked(row.getString("who"), row.getString("name"), row.getLong("coins"));
    }

    private static Known known(Row row) {
        var before = Optional.ofNullable(row.getUUID("id"))
                .map(id -> new Before(new RoomId(row.getUUID("room_id")), sent(row)));
        var kind = Optional.ofNullable(row.getString("code")).map(code -> kind(row));
        var room = Optional.ofNullable(row.getString("streamer"));
        var quote = room.flatMap(
                streamer -> kind.map(gift -> new GiftQuote(streamer, row.getString("state"), gift, share(row))));
        return new Known(before, room, kind, quote);
    }

    private static Share share(Row row) {
        var points = row.getInteger("share");
        if (points == null) {
            throw new IllegalStateException("commission_shares has no row for the room's kind");
        }
        return new Share(points);
    }

    private static SentGift sent(Row row) {
        return new SentGift(
                row.getUUID("id"),
                row.getString("kind"),
                row.getInteger("pieces"),
                row.getLong("coins"),
                row.getLong("balance"),
                row.getInteger("combo"),
                Books.instant(row, "sent_at"));
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
