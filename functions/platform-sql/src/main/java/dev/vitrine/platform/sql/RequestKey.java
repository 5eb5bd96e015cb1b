package dev.vitrine.platform.sql;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.IdempotencyKey;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.platform.edge.RequestBody;
import dev.vitrine.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/// What makes two requests the same one: who asks, under which idempotency key, and for what.
///
/// @param contentHash SHA-256 of route, path and what the body says: the same JSON in other bytes is the same request
/// @param bytesHash the same of the body's bytes, as versions before kept it; a key lives for a day
record RequestKey(String caller, String key, String contentHash, String bytesHash) {
    /// @throws Problem 400 when the header has a form that is not allowed
    static Optional<RequestKey> of(HttpRequest request) {
        return IdempotencyKey.of(request)
                .map(key -> new RequestKey(
                        request.requireCaller().subject(),
                        key.value(),
                        hash(request, said(request.body())),
                        hash(request, request.body().text())));
    }

    /// Whether a request that was kept with this hash was this one.
    boolean isOf(String hash) {
        return hash.equals(contentHash) || hash.equals(bytesHash);
    }

    /// Where a sealed answer is kept.
    String place() {
        return caller + "\n" + key;
    }

    /// A body that is no JSON object says nothing but its bytes; an endpoint that reads it refuses it.
    private static String said(RequestBody body) {
        try {
            return body.text().isEmpty() ? "" : Json.canonical(body.json());
        } catch (InvalidValue noJson) {
            return body.text();
        }
    }

    private static String hash(HttpRequest request, String said) {
        try {
            var content = request.route() + "\n" + new TreeMap<>(request.path()) + "\n" + said;
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
