package dev.vitrine.chat.history.store;

import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// Who asked to be erased, kept as long as something of theirs may still be on its way; by pseudonyms
/// alone.
@ApplicationScoped
public class ErasureTable {
    /// Above the time that anything said can be on its way to the history: the log lives a day.
    private static final Duration SAID_ON_ITS_WAY = Duration.ofDays(2);
    /// Above SQS's longest retention: an event that names them.
    private static final Duration TOLD_ON_ITS_WAY = Duration.ofDays(15);

    /// @param person their pseudonym of the house
    public Uni<Void> add(Statements sql, Viewer person, Instant now) {
        return sql.change("""
                insert into erasures (subject, at) values ($1, $2)
                on conflict (subject) do update set at = excluded.at
                """, person.value(), now).replaceWithVoid();
    }

    /// Events that name them there show no name.
    public Uni<Void> nameless(Statements sql, List<RoomId> rooms, Function<RoomId, Viewer> name, Instant now) {
        return sql.change(
                        """
                        insert into erased_viewers (room_id, viewer, at)
                        select room, viewer, $3::timestamptz from unnest($1::uuid[], $2::text[]) as gone (room, viewer)
                        on conflict do nothing
                        """,
                        rooms.stream().map(RoomId::value).toArray(UUID[]::new),
                        rooms.stream().map(room -> name.apply(room).value()).toArray(String[]::new),
                        now)
                .replaceWithVoid();
    }

    public Uni<Void> forget(Statements sql, Instant now) {
        return sql.change("delete from erasures where at < $1", now.minus(SAID_ON_ITS_WAY))
                .chain(() -> sql.change("delete from erased_viewers where at < $1", now.minus(TOLD_ON_ITS_WAY)))
                .replaceWithVoid();
    }

    /// The pseudonyms of a person go: nobody can tell any more who they were. But for rooms where a
    /// sanction is in force or they keep order: there the name goes alone, or nobody could lift the one
    /// or end the other. Why somebody was sanctioned may quote them, and goes.
    public Uni<Void> forgetPerson(Statements sql, String subject, Instant now) {
        return sql.change("update people set name = '' where subject = $1", subject)
                .chain(() -> sql.change("update sanctions set reason = '' where subject = $1", subject))
                .chain(() -> sql.change("""
                        delete from people where subject = $1
                            and not exists (select from moderators
                                where moderators.room_id = people.room_id and moderators.subject = $1)
                            and not exists (select from sanctions
                                where sanctions.room_id = people.room_id and sanctions.subject = $1
                                    and (until is null or until > $2))
                        """, subject, now))
                .replaceWithVoid();
    }

    /// They keep order nowhere any more, and of sanctions only those in force stay.
    public Uni<Void> forgetOffices(Statements sql, String subject, Instant now) {
        return sql.change("delete from moderators where subject = $1", subject)
                .chain(() -> sql.change("delete from sanctions where subject = $1 and until <= $2", subject, now))
                .replaceWithVoid();
    }
}
