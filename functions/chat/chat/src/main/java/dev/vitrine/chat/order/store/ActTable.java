package dev.vitrine.chat.order.store;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The audit. Rows are added and read; the database refuses everything else, but that somebody is
/// forgotten.
@ApplicationScoped
public class ActTable {

    /// @param room empty for an act that concerns no single one
    /// @param subject whom it concerns; goes when that person is erased
    public Uni<Void> add(Statements sql, Optional<RoomId> room, Actor actor, Audited act, Optional<String> subject) {
        return sql.change(
                        """
                insert into acts (id, room_id, at, actor_id, actor_name, act, viewer, subject, message, reason, detail)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                        act.id(),
                        room.map(RoomId::value).orElse(null),
                        act.at(),
                        actor.subject(),
                        act.actor(),
                        act.act().name(),
                        act.viewer().map(Viewer::value).orElse(null),
                        subject.orElse(null),
                        act.message().isPresent() ? act.message().getAsLong() : null,
                        act.reason().orElse(null),
                        act.detail().orElse(null))
                .replaceWithVoid();
    }

    /// Latest first.
    public Uni<List<Audited>> page(Statements sql, RoomId room, Optional<UUID> before, int limit) {
        return sql.all(ActTable::read, """
                select id, at, actor_name, act, viewer, message, reason, detail from acts
                where room_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3
                """, room.value(), before.orElse(null), limit);
    }

    /// What was done to a person stays; that it was they, and why, which may quote them, goes.
    public Uni<Void> forget(Statements sql, String subject) {
        return sql.change("update acts set subject = null, reason = null, detail = null where subject = $1", subject)
                .replaceWithVoid();
    }

    /// What a person did stays, under a pseudonym.
    public Uni<Void> forgetActor(Statements sql, String subject, Viewer person) {
        return sql.change("update acts set actor_id = $2, actor_name = '' where actor_id = $1", subject, person.value())
                .replaceWithVoid();
    }

    private static Audited read(Row row) {
        var message = row.getLong("message");
        return new Audited(
                row.getUUID("id"),
                Columns.instant(row, "at"),
                row.getString("actor_name"),
                Act.valueOf(row.getString("act")),
                Optional.ofNullable(row.getString("viewer")).map(Viewer::new),
                message == null ? OptionalLong.empty() : OptionalLong.of(message),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("detail")));
    }
}
