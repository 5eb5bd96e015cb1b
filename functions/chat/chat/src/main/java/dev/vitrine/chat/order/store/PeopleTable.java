package dev.vitrine.chat.order.store;

import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.order.entity.Known;
import dev.vitrine.chat.order.entity.Moderator;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whom a room's pseudonyms stand for, and whom its streamer appointed.
@ApplicationScoped
public class PeopleTable {

    public Uni<Optional<Known>> find(Statements sql, RoomId room, Viewer viewer) {
        return sql.first(PeopleTable::read, """
                select viewer, subject, name, coalesce((select role from messages as said
                    where said.room_id = people.room_id and said.viewer = people.viewer order by seq desc limit 1),
                    'VIEWER') as role
                from people where room_id = $1 and viewer = $2
                """, room.value(), viewer.value());
    }

    /// Somebody who spoke so recently that the history does not have it yet.
    public Uni<Void> meet(Statements sql, RoomId room, Known known, Instant now) {
        return sql.change("""
                insert into people (room_id, viewer, subject, name, seen_at) values ($1, $2, $3, $4, $5)
                on conflict (room_id, viewer) do nothing
                """, room.value(), known.viewer().value(), known.subject(), known.name(), now)
                .replaceWithVoid();
    }

    public Uni<Boolean> moderates(Statements sql, RoomId room, String subject) {
        return sql.first(row -> 1, "select from moderators where room_id = $1 and subject = $2", room.value(), subject)
                .map(Optional::isPresent);
    }

    public Uni<Integer> countModerators(Statements sql, RoomId room) {
        return sql.one(row -> row.getInteger(0), "select count(*) from moderators where room_id = $1", room.value());
    }

    public Uni<Void> appoint(Statements sql, RoomId room, String subject, Instant now) {
        return sql.change(
                        "insert into moderators (room_id, subject, since) values ($1, $2, $3) on conflict do nothing",
                        room.value(),
                        subject,
                        now)
                .replaceWithVoid();
    }

    public Uni<Void> dismiss(Statements sql, RoomId room, String subject) {
        return sql.change("delete from moderators where room_id = $1 and subject = $2", room.value(), subject)
                .replaceWithVoid();
    }

    public Uni<List<Moderator>> moderators(Statements sql, RoomId room) {
        return sql.all(
                row -> new Moderator(
                        new Viewer(row.getString("viewer")), row.getString("name"), Columns.instant(row, "since")),
                """
                select viewer, name, since from moderators join people using (room_id, subject)
                where room_id = $1 order by since
                """,
                room.value());
    }

    private static Known read(Row row) {
        return new Known(
                new Viewer(row.getString("viewer")),
                row.getString("subject"),
                row.getString("name"),
                Role.valueOf(row.getString("role")));
    }
}
