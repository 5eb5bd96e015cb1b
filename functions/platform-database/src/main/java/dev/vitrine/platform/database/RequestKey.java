package dev.vitrine.platform.database;

import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.model.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What makes two requests the same one: who asks, under which idempotency key, and for what.
///
/// @param contentHash SHA-256 of route, path and body
record RequestKey(String caller, String key, String contentHash) {
    private static final String HEADER = "idempotency-key";
    private static final int LONGEST = 255;
    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]{1," + LONGEST + "}");

    /// @throws Problem 400 when the header has a form that is not allowed
    static Optional<RequestKey> of(HttpRequest request) {
        return request.header(HEADER).map(key -> {
            if (!PRINTABLE_ASCII.matcher(key).matches()) {
                throw Problem.at(
                        ProblemType.MALFORMED_REQUEST,
                        "Idempotency-Key",
                        "must be 1 to " + LONGEST + " printable ASCII characters");
            }
            return new RequestKey(request.requireCaller().subject(), key, hash(request));
        });
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
