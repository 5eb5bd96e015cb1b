package dev.vitrine.chat.order.store;

import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.order.entity.Known;
import dev.vitrine.chat.order.entity.Reason;
import dev.vitrine.chat.order.entity.Sanction;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who may not talk: one sanction a person and room.
@ApplicationScoped
public class SanctionTable {

    public Uni<Void> put(Statements sql, RoomId room, Known whom, Sanction sanction) {
        return sql.change(
                        """
                insert into sanctions (room_id, subject, kind, until, reason, at, id) values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (room_id, subject) do update set kind = excluded.kind, until = excluded.until,
                    reason = excluded.reason, at = excluded.at, id = excluded.id
                """,
                        room.value(),
                        whom.subject(),
                        sanction.kind().name(),
                        sanction.until().orElse(null),
                        sanction.reason().value(),
                        sanction.at(),
                        sanction.id())
                .replaceWithVoid();
    }

    /// @return whether one was in force
    public Uni<Boolean> lift(Statements sql, RoomId room, String subject, Instant now) {
        return sql.first(row -> row.getBoolean("in_force"), """
                        delete from sanctions where room_id = $1 and subject = $2
                        returning until is null or until > $3 as in_force
                        """, room.value(), subject, now)
                .map(found -> found.orElse(false));
    }

    /// Those in force, latest first.
    ///
    /// @param before the last of the page before
    public Uni<List<Sanction>> page(Statements sql, RoomId room, Optional<UUID> before, int limit, Instant now) {
        return sql.all(SanctionTable::read, """
                select id, viewer, name, kind, until, reason, at from sanctions join people using (room_id, subject)
                where room_id = $1 and (until is null or until > $2) and ($3::uuid is null or id < $3)
                order by id desc limit $4
                """, room.value(), now, before.orElse(null), limit);
    }

    private static Sanction read(Row row) {
        return new Sanction(
                row.getUUID("id"),
                new Viewer(row.getString("viewer")),
                row.getString("name"),
                Sanction.Kind.valueOf(row.getString("kind")),
                Columns.maybeInstant(row, "until"),
                Reason.kept(row.getString("reason")),
                Columns.instant(row, "at"));
    }
}
