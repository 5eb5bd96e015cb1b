package dev.vitrine.platform.sql;

import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// The table of requests that may come again.
@ApplicationScoped
class RequestTable {

    /// Makes the key this transaction's own. Waits when another transaction has claimed it and not ended yet;
    /// takes over a key that is older than the promise.
    ///
    /// @return false when the key has an answer already
    Uni<Boolean> claim(PlainSql transaction, RequestKey key, Instant now, Instant expired) {
        return transaction
                .change("""
                        insert into idempotent_requests (caller, key, content_hash, created_at)
                        values ($1, $2, $3, $4)
                        on conflict (caller, key) do update
                            set content_hash = excluded.content_hash, created_at = excluded.created_at,
                                answer = null, sealed_answer = null
                            where idempotent_requests.created_at < $5""", key.caller(), key.key(), key.contentHash(), now, expired)
                .map(rows -> rows == 1);
    }

    /// As text over every kind of transaction, hence `decode`.
    Uni<Void> keep(PlainSql transaction, RequestKey key, KeptAnswer answer) {
        var kept = answer.sealed() == null
                ? transaction.change(
                        "update idempotent_requests set answer = $1 where caller = $2 and key = $3",
                        answer.plain(),
                        key.caller(),
                        key.key())
                : transaction.change(
                        "update idempotent_requests set sealed_answer = decode($1, 'hex')"
                                + " where caller = $2 and key = $3",
                        HexFormat.of().formatHex(answer.sealed()),
                        key.caller(),
                        key.key());
        return kept.replaceWithVoid();
    }

    /// As one text, for the same reason.
    Uni<KeptAnswer> find(PlainSql transaction, RequestKey key) {
        return transaction.text("""
                        select cast(json_build_object('hash', content_hash, 'plain', answer,
                            'sealed', encode(sealed_answer, 'hex')) as text)
                        from idempotent_requests where caller = $1 and key = $2""", key.caller(), key.key()).map(found -> read(found.orElseThrow()));
    }

    Uni<Integer> deleteBefore(PlainSql transaction, Instant expired) {
        return transaction.change("delete from idempotent_requests where created_at < $1", expired);
    }

    private static KeptAnswer read(String row) {
        var columns = Json.read(row);
        return new KeptAnswer(
                columns.path("hash").textValue(),
                columns.path("plain").textValue(),
                Optional.ofNullable(columns.path("sealed").textValue())
                        .map(HexFormat.of()::parseHex)
                        .orElse(null));
    }
}
