package dev.vitrine.chat.history.store;

import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Who asked to be erased, kept as long as something of theirs may still be on its way.
@ApplicationScoped
public class ErasureTable {

    public Uni<Void> add(Statements sql, String subject, Instant now) {
        return sql.change("""
                insert into erasures (subject, at) values ($1, $2)
                on conflict (subject) do update set at = excluded.at
                """, subject, now).replaceWithVoid();
    }

    public Uni<Void> forgetBefore(Statements sql, Instant time) {
        return sql.change("delete from erasures where at < $1", time).replaceWithVoid();
    }

    /// The pseudonyms of a person go: nobody can tell any more who they were. But for rooms where a sanction is in
    /// force or they keep order: there the name goes alone, or nobody could lift the one or end the other.
    public Uni<Void> forgetPerson(Statements sql, String subject, Instant now) {
        return sql.change("update people set name = '' where subject = $1", subject)
                .replaceWithVoid()
                .chain(() -> sql.change("""
                        delete from people where subject = $1
                            and not exists (select from moderators
                                where moderators.room_id = people.room_id and moderators.subject = $1)
                            and not exists (select from sanctions
                                where sanctions.room_id = people.room_id and sanctions.subject = $1
                                    and (until is null or until > $2))
                        """, subject, now).replaceWithVoid());
    }
}
