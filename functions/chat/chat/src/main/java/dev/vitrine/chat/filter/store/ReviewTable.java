package dev.vitrine.chat.filter.store;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.ClientId;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Position;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.filter.entity.Review;
import dev.vitrine.chat.history.store.MessageTable;
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

/// What word lists stopped or held.
@ApplicationScoped
public class ReviewTable {
    private static final String COLUMNS =
            "id, at, subject, viewer, name, role, text, colour, position, action, list, word, word_from,"
                    + " word_to, client_id, decision";

    /// Once a message, however often it is sent.
    public Uni<Void> add(Statements sql, RoomId room, Review review) {
        return sql.change(
                        """
                insert into reviews (id, room_id, at, subject, viewer, name, role, text, colour, position, action, list,
                    word, client_id, word_from, word_to)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                on conflict do nothing
                """,
                        review.id(),
                        room.value(),
                        review.at(),
                        review.subject(),
                        review.author().viewer().value(),
                        review.author().name(),
                        review.author().role().name(),
                        review.text().value(),
                        review.colour().name(),
                        review.position().name(),
                        review.action(),
                        review.list(),
                        review.word(),
                        review.clientId().value(),
                        review.place().map(Review.Place::from).orElse(null),
                        review.place().map(Review.Place::to).orElse(null))
                .replaceWithVoid();
    }

    /// Held until the transaction ends.
    public Uni<Optional<Review>> held(Statements sql, RoomId room, UUID review) {
        return sql.first(
                ReviewTable::read,
                "select " + COLUMNS + " from reviews where room_id = $1 and id = $2 for update",
                room.value(),
                review);
    }

    public Uni<Void> decide(Statements sql, UUID review, Review.Decision decision, Instant now) {
        return sql.change(
                        "update reviews set decision = $2, decided_at = $3 where id = $1", review, decision.name(), now)
                .replaceWithVoid();
    }

    /// Latest first.
    ///
    /// @param open those somebody still waits for, or the others; empty for all
    public Uni<List<Review>> page(
            Statements sql, RoomId room, Optional<Boolean> open, Optional<UUID> before, int limit) {
        return sql.all(
                ReviewTable::read,
                "select " + COLUMNS + """
                 from reviews where room_id = $1 and ($2::boolean is null
                    or $2 = (action = 'HOLD' and decision is null)) and ($3::uuid is null or id < $3)
                order by id desc limit $4
                """,
                room.value(),
                open.orElse(null),
                before.orElse(null),
                limit);
    }

    /// At most as many at once as messages.
    public Uni<Void> forgetBefore(Statements sql, Instant time) {
        return sql.change(
                        "delete from reviews where ctid = any(array(select ctid from reviews where at < $1 limit $2))",
                        time,
                        MessageTable.FORGOTTEN_AT_ONCE)
                .replaceWithVoid();
    }

    public Uni<Void> erase(Statements sql, String subject) {
        return sql.change("delete from reviews where subject = $1", subject).replaceWithVoid();
    }

    private static Review read(Row row) {
        return new Review(
                row.getUUID("id"),
                Columns.instant(row, "at"),
                row.getString("subject"),
                new Author(
                        new Viewer(row.getString("viewer")),
                        row.getString("name"),
                        Role.valueOf(row.getString("role"))),
                new ClientId(row.getString("client_id")),
                DanmakuText.kept(row.getString("text")),
                Colour.valueOf(row.getString("colour")),
                Position.valueOf(row.getString("position")),
                row.getString("action"),
                row.getString("list"),
                row.getString("word"),
                Optional.ofNullable(row.getInteger("word_from"))
                        .map(from -> new Review.Place(from, row.getInteger("word_to"))),
                Optional.ofNullable(row.getString("decision")).map(Review.Decision::valueOf));
    }
}
