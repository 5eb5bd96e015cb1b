package dev.vitrine.chat.history.store;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.entity.Position;
import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.history.entity.Message;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// What was said.
@ApplicationScoped
public class MessageTable {
    /// Rows that one retention deletes in one statement.
    public static final int FORGOTTEN_AT_ONCE = 10_000;

    private static final String FORGET = """
            with gone as (
                delete from messages where ctid = any(array(select ctid from messages where at < $1 limit $2))
                returning room_id, viewer),
            strangers as (
                delete from people using (select distinct room_id, viewer from gone) as speakers
                where people.room_id = speakers.room_id and people.viewer = speakers.viewer and seen_at < $1
                    and not exists (select from moderators
                        where moderators.room_id = people.room_id and moderators.subject = people.subject)
                    and not exists (select from sanctions
                        where sanctions.room_id = people.room_id and sanctions.subject = people.subject
                            and (until is null or until > $3)))
            update rooms set %s where clips <> '[]'::jsonb and id in (select room_id from gone)
            """;

    private final Pseudonyms pseudonyms;

    MessageTable(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /// Once, however often it is told. What was deleted, or whose speaker was banned or erased, before it
    /// came here is kept as deleted, or not at all.
    public Uni<Void> keep(Statements sql, RoomId room, List<Said> said) {
        return sql.change(
                        """
                        insert into messages (room_id, seq, at, on_air_at, subject, viewer, name, role, text, colour,
                            position, shown, deleted_at)
                        select $1, seq, said.at, on_air_at, subject, viewer, name, role, text, colour, position, shown,
                            coalesce((select min(at) from acts where acts.room_id = $1 and acts.message = said.seq
                                    and act = 'DELETE_MESSAGE'),
                                (select min(at) from acts where acts.room_id = $1
                                    and acts.viewer = said.viewer::char(16) and act = 'BAN' and acts.at >= said.at))
                        from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[],
                            $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::boolean[], $13::text[])
                            as said (seq, at, on_air_at, subject, viewer, name, role, text, colour, position, shown, person)
                        where not exists (select from erasures
                            where erasures.subject in (said.subject, said.person) and erasures.at >= said.at)
                        on conflict (room_id, seq) do nothing
                        """,
                        room.value(),
                        array(said, Said::seq, Long[]::new),
                        array(said, each -> each.danmaku().at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                        array(said, each -> each.danmaku().onAirAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                        array(said, Said::subject, String[]::new),
                        array(said, each -> each.danmaku().by().viewer().value(), String[]::new),
                        array(said, each -> each.danmaku().by().name(), String[]::new),
                        array(said, each -> each.danmaku().by().role().name(), String[]::new),
                        array(said, each -> each.danmaku().text().value(), String[]::new),
                        array(said, each -> each.danmaku().colour().name(), String[]::new),
                        array(said, each -> each.danmaku().position().name(), String[]::new),
                        array(said, Said::shown, Boolean[]::new),
                        array(said, each -> pseudonyms.ofHouse(each.subject()).value(), String[]::new))
                .replaceWithVoid()
                .chain(() -> meet(sql, room, said));
    }

    private Uni<Void> meet(Statements sql, RoomId room, List<Said> said) {
        var latest = said.stream()
                .collect(Collectors.toMap(each -> each.danmaku().by().viewer(), each -> each, (one, other) -> other))
                .values()
                .stream()
                .toList();
        return sql.change(
                        """
                insert into people (room_id, viewer, subject, name, seen_at)
                select $1, viewer, subject, name, at
                from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])
                    as said (viewer, subject, name, at, person)
                where not exists (select from erasures
                    where erasures.subject in (said.subject, said.person) and erasures.at >= said.at)
                on conflict (room_id, viewer) do update set name = excluded.name, seen_at = excluded.seen_at
                """,
                        room.value(),
                        array(latest, each -> each.danmaku().by().viewer().value(), String[]::new),
                        array(latest, Said::subject, String[]::new),
                        array(latest, each -> each.danmaku().by().name(), String[]::new),
                        array(latest, each -> each.danmaku().at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                        array(latest, each -> pseudonyms.ofHouse(each.subject()).value(), String[]::new))
                .replaceWithVoid();
    }

    private static <T> T[] array(List<Said> said, Function<Said, T> value, IntFunction<T[]> maker) {
        return said.stream().map(value).toArray(maker);
    }

    /// Latest first.
    ///
    /// @param before the number of the last of the page before
    public Uni<List<Message>> page(
            Statements sql, RoomId room, Optional<Viewer> viewer, OptionalLong before, int limit) {
        return sql.all(
                MessageTable::read,
                """
                select seq, at, viewer, name, text, deleted_at from messages
                where room_id = $1 and ($2::text is null or viewer = $2) and ($3::bigint is null or seq < $3)
                order by seq desc limit $4
                """,
                room.value(),
                viewer.map(Viewer::value).orElse(null),
                before.isPresent() ? before.getAsLong() : null,
                limit);
    }

    public record Owner(Viewer viewer, String subject, Role role) {}

    public Uni<Optional<Owner>> owner(Statements sql, RoomId room, long seq) {
        return sql.first(
                row -> new Owner(
                        new Viewer(row.getString("viewer")),
                        row.getString("subject"),
                        Role.valueOf(row.getString("role"))),
                "select viewer, subject, role from messages where room_id = $1 and seq = $2",
                room.value(),
                seq);
    }

    public Uni<Void> delete(Statements sql, RoomId room, long seq, Instant now) {
        return sql.change(
                        "update messages set deleted_at = coalesce(deleted_at, $3) where room_id = $1 and seq = $2",
                        room.value(),
                        seq,
                        now)
                .replaceWithVoid();
    }

    public Uni<Void> deleteAllOf(Statements sql, RoomId room, Viewer viewer, Instant now) {
        return sql.change(
                        "update messages set deleted_at = coalesce(deleted_at, $3) where room_id = $1 and viewer = $2",
                        room.value(),
                        viewer.value(),
                        now)
                .replaceWithVoid();
    }

    /// @return the rooms where something went, or that know the person, each with their pseudonym
    ///     there; in the order in which rooms are held everywhere
    public Uni<List<Erased>> erase(Statements sql, String subject) {
        return sql.all(
                row -> new Erased(
                        new RoomId(row.getUUID("room_id")),
                        new Viewer(row.getString("viewer")),
                        row.getInteger("messages")),
                """
                with gone as (delete from messages where subject = $1 returning room_id, viewer)
                select room_id, viewer, sum(messages)::integer as messages
                from (select room_id, viewer, 1 as messages from gone
                    union all select room_id, viewer, 0 from people where subject = $1) as known
                group by room_id, viewer order by room_id
                """,
                subject);
    }

    public record Erased(RoomId room, Viewer viewer, int messages) {}

    /// What the replay shows of a stretch of the show, in the order it was on air.
    public Uni<List<Numbered>> onAir(Statements sql, RoomId room, Instant from, Instant until, int limit) {
        return sql.all(MessageTable::danmaku, """
                select seq, at, on_air_at, viewer, name, role, text, colour, position from messages
                where room_id = $1 and shown and deleted_at is null and on_air_at >= $2 and on_air_at < $3
                order by on_air_at, seq limit $4
                """, room.value(), from, until, limit);
    }

    /// At most `FORGOTTEN_AT_ONCE` messages; with them who said nothing since and whom no sanction and no
    /// office keeps known. Their replays are stale then: what stayed in one could not be erased any more.
    public Uni<Void> forgetBefore(Statements sql, Instant time, Instant now) {
        return sql.change(FORGET.formatted(RoomTable.STALE), time, FORGOTTEN_AT_ONCE, now)
                .replaceWithVoid();
    }

    private static Message read(Row row) {
        return new Message(
                row.getLong("seq"),
                Columns.instant(row, "at"),
                new Viewer(row.getString("viewer")),
                row.getString("name"),
                row.getString("text"),
                row.getOffsetDateTime("deleted_at") != null);
    }

    private static Numbered danmaku(Row row) {
        return new Numbered(
                row.getLong("seq"),
                new Item.Danmaku(
                        Columns.instant(row, "at"),
                        new Author(
                                new Viewer(row.getString("viewer")),
                                row.getString("name"),
                                Role.valueOf(row.getString("role"))),
                        DanmakuText.kept(row.getString("text")),
                        Colour.valueOf(row.getString("colour")),
                        Position.valueOf(row.getString("position")),
                        Columns.instant(row, "on_air_at")));
    }
}
