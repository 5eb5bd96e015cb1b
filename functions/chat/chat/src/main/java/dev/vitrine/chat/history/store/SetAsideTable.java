package dev.vitrine.chat.history.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/// What the history could not take, as it was, for people to look at.
@ApplicationScoped
public class SetAsideTable {
    private final Pseudonyms pseudonyms;

    SetAsideTable(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /// Once, however often it is refused.
    public Uni<Void> add(Statements sql, RoomId room, Said said, String state) {
        return add(sql, room, said.seq(), Optional.of(said.subject()), said.danmaku(), state);
    }

    /// Once, however often it is refused.
    public Uni<Void> add(Statements sql, RoomId room, KeptItem kept, String state) {
        return add(sql, room, kept.seq(), Optional.empty(), kept.item(), state);
    }

    private Uni<Void> add(Statements sql, RoomId room, long seq, Optional<String> subject, Item item, String state) {
        return sql.change(
                        """
                        insert into set_aside (room_id, seq, at, subject, item, state)
                        select $1::uuid, $2::bigint, $3::timestamptz, $4::bytea, $5::bytea, $6::char(5)
                        where not exists (select from erasures where erasures.subject = $7::text and erasures.at >= $3)
                        on conflict (room_id, seq) do nothing
                        """,
                        room.value(),
                        seq,
                        item.at(),
                        subject.map(Buffer::buffer).orElse(null),
                        Buffer.buffer(ItemJson.kept(item).toString()),
                        state,
                        subject.map(pseudonyms::ofHouse).map(Viewer::value).orElse(null))
                .replaceWithVoid();
    }

    public Uni<Long> count(Statements sql) {
        return sql.one(row -> row.getLong("rows"), "select count(*) as rows from set_aside");
    }

    public Uni<Void> erase(Statements sql, String subject) {
        return sql.change("delete from set_aside where subject = $1", Buffer.buffer(subject))
                .replaceWithVoid();
    }

    public Uni<Void> forgetBefore(Statements sql, Instant time) {
        return sql.change("delete from set_aside where at < $1", time).replaceWithVoid();
    }
}
