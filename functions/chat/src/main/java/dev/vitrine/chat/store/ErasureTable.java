package dev.vitrine.chat.store;

import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Who asked to be erased, kept as long as something of theirs may still be on its way.
@ApplicationScoped
public class ErasureTable {

    public Uni<Void> add(SqlClient sql, String subject, Instant now) {
        return Lasting.done(sql, """
                insert into erasures (subject, at) values ($1, $2)
                on conflict (subject) do update set at = excluded.at
                """, subject, now);
    }

    public Uni<Void> forgetBefore(SqlClient sql, Instant time) {
        return Lasting.done(sql, "delete from erasures where at < $1", time);
    }

    /// The pseudonyms of a person go: nobody can tell any more who they were.
    public Uni<Void> forgetPerson(SqlClient sql, String subject) {
        return Lasting.done(sql, "delete from people where subject = $1", subject);
    }

    public Uni<List<RoomId>> roomsOf(SqlClient sql, String subject) {
        return Lasting.all(
                sql,
                row -> new RoomId(row.getUUID("room_id")),
                "select room_id from people where subject = $1",
                subject);
    }
}
