package dev.vitrine.platform.edge;

import dev.vitrine.model.ProblemType;
import java.util.Optional;
import java.util.regex.Pattern;

/// The header `Idempotency-Key`: a request that comes again under it is the same request.
public record IdempotencyKey(String value) {
    private static final String HEADER = "idempotency-key";
    private static final int LONGEST = 255;
    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]{1," + LONGEST + "}");
    private static final String ALLOWED = "must be 1 to " + LONGEST + " printable ASCII characters";

    /// @throws Problem 400 when it came in a form that is not allowed
    public static Optional<IdempotencyKey> of(HttpRequest request) {
        return request.header(HEADER).map(key -> checked(key, ALLOWED));
    }

    /// @throws Problem 400 when there is none, or in a form that is not allowed
    public static IdempotencyKey required(HttpRequest request) {
        return checked(request.header(HEADER).orElse(""), "is required and " + ALLOWED);
    }

    private static IdempotencyKey checked(String key, String allowed) {
        if (!PRINTABLE_ASCII.matcher(key).matches()) {
            throw Problem.at(ProblemType.MALFORMED_REQUEST, "Idempotency-Key", allowed);
        }
        return new IdempotencyKey(key);
    }
}
