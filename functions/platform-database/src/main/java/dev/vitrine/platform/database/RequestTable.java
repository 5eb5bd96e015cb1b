package dev.vitrine.platform.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/// The table of requests that may come again.
@ApplicationScoped
class RequestTable {

    /// Makes the key this transaction's own. Waits when another transaction has claimed it and not ended yet;
    /// takes over a key that is older than the promise.
    ///
    /// @return false when the key has an answer already
    Uni<Boolean> claim(Mutiny.Session session, RequestKey key, Instant now, Instant expired) {
        return session.createNativeQuery("""
                        insert into idempotent_requests (caller, key, content_hash, created_at)
                        values (:caller, :key, :hash, :now)
                        on conflict (caller, key) do update
                            set content_hash = excluded.content_hash, created_at = excluded.created_at,
                                answer = null, sealed_answer = null
                            where idempotent_requests.created_at < :expired""")
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .setParameter("hash", key.contentHash())
                .setParameter("now", now)
                .setParameter("expired", expired)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    Uni<Void> keep(Mutiny.Session session, RequestKey key, KeptAnswer answer) {
        var column = answer.sealed() == null ? "answer" : "sealed_answer";
        return session.createNativeQuery(
                        "update idempotent_requests set " + column + " = :answer where caller = :caller and key = :key")
                .setParameter("answer", answer.sealed() == null ? answer.plain() : answer.sealed())
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<KeptAnswer> find(Mutiny.Session session, RequestKey key) {
        return session.createNativeQuery("""
                        select content_hash, answer, sealed_answer from idempotent_requests
                        where caller = :caller and key = :key""", Object[].class)
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .getSingleResult()
                .map(row -> new KeptAnswer((String) row[0], (String) row[1], bytes(row[2])));
    }

    Uni<Integer> deleteBefore(Mutiny.Session session, Instant expired) {
        return session.createNativeQuery("delete from idempotent_requests where created_at < :expired")
                .setParameter("expired", expired)
                .executeUpdate();
    }

    /// The reactive driver hands `bytea` of an untyped query over as a buffer.
    private static byte[] bytes(Object value) {
        return switch (value) {
            case null -> null;
            case byte[] plain -> plain;
            case Buffer buffer -> buffer.getBytes();
            default -> throw new IllegalStateException("unexpected bytea as " + value.getClass());
        };
    }
}
