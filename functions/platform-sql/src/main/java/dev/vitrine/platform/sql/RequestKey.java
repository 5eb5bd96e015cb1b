package dev.vitrine.platform.sql;

import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.IdempotencyKey;
import dev.vitrine.platform.edge.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/// What makes two requests the same one: who asks, under which idempotency key, and for what.
///
/// @param contentHash SHA-256 of route, path and body
record RequestKey(String caller, String key, String contentHash) {
    /// @throws Problem 400 when the header has a form that is not allowed
    static Optional<RequestKey> of(HttpRequest request) {
        return IdempotencyKey.of(request)
                .map(key -> new RequestKey(request.requireCaller().subject(), key.value(), hash(request)));
    }

    /// Where a sealed answer is kept.
    String place() {
        return caller + "\n" + key;
    }

    private static String hash(HttpRequest request) {
        try {
            var content = request.route() + "\n" + new TreeMap<>(request.path()) + "\n" + request.body();
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
