package dev.vitrine.chat.history.store;

import dev.vitrine.chat.store.Lasting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

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

    /// The pseudonyms of a person go: nobody can tell any more who they were. But for rooms where a sanction is in
    /// force or they keep order: there the name goes alone, or nobody could lift the one or end the other.
    public Uni<Void> forgetPerson(SqlClient sql, String subject, Instant now) {
        return Lasting.done(sql, "update people set name = '' where subject = $1", subject)
                .chain(() -> Lasting.done(sql, """
                        delete from people where subject = $1
                            and not exists (select from moderators
                                where moderators.room_id = people.room_id and moderators.subject = $1)
                            and not exists (select from sanctions
                                where sanctions.room_id = people.room_id and sanctions.subject = $1
                                    and (until is null or until > $2))
                        """, subject, now));
    }
}
