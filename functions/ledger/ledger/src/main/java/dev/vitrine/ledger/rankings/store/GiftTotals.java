package dev.vitrine.ledger.rankings.store;

import dev.vitrine.ledger.rankings.entity.Ranked;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Totals of gifts, by giver and room, by streamer and day, as the database counts them.
@ApplicationScoped
public class GiftTotals {
    private final Database database;

    public GiftTotals(Database database) {
        this.database = database;
    }

    /// What a gift changed in the rankings, as totals: taking them twice is as once.
    public record Counted(RoomId room, Ranked giver, LocalDate day, Ranked streamer) {}

    public Uni<Optional<Counted>> counted(UUID gift) {
        return database.statements()
                .first(
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
                        gift);
    }

    /// What was given in a room.
    ///
    /// @param silent who may not talk there now, and shows no name
    public record Given(long coins, Set<String> silent) {}

    /// Absent when the room is not known.
    public Uni<Optional<Given>> givenIn(RoomId room) {
        return database.statements()
                .first(
                        row -> new Given(row.getLong("given"), Set.of(row.getArrayOfStrings("silent"))),
                        """
                        select (select coalesce(sum(v.coins), 0)::bigint from ledger.givers v where v.room_id = r.id) as given,
                            array(select s.viewer from ledger.silenced s where s.room_id = r.id and s.until > now()) as silent
                        from ledger.rooms r where r.id = $1
                        """,
                        room.value());
    }

    public Uni<List<Ranked>> givers(RoomId room, int first) {
        return database.statements()
                .all(
                        GiftTotals::ranked,
                        "select viewer as who, name, coins from ledger.givers where room_id = $1"
                                + " order by coins desc, viewer desc limit $2",
                        room.value(),
                        first);
    }

    public Uni<List<Ranked>> streamers(LocalDate day, int first) {
        return database.statements().all(GiftTotals::ranked, """
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
}
