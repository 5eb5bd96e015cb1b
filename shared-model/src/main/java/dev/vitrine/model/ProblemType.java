package dev.vitrine.model;

/// The kinds of problem this house answers with. The name is part of the contract: clients branch on it.
public enum ProblemType {
    MALFORMED_REQUEST(400, "malformed-request", "The request cannot be read"),
    UNAUTHENTICATED(401, "unauthenticated", "A valid token is required"),
    INSUFFICIENT_BALANCE(402, "insufficient-balance", "There is not enough to spend"),
    FORBIDDEN(403, "forbidden", "This caller may not do that"),
    NOT_FOUND(404, "not-found", "There is no such thing"),
    NOT_ACCEPTABLE(406, "not-acceptable", "None of the media types asked for is on offer"),
    ILLEGAL_STATE(409, "illegal-state", "The state does not allow that"),
    IDEMPOTENCY_CONFLICT(409, "idempotency-conflict", "The idempotency key was used for another request"),
    CONFLICT(409, "conflict", "The resource was changed by somebody else at the same time"),
    BODY_TOO_LARGE(413, "body-too-large", "The body is too large"),
    INVALID_FIELD(422, "invalid-field", "A field has a value that is not allowed"),
    INTERNAL(500, "internal", "Something went wrong on our side"),
    UNAVAILABLE(503, "unavailable", "A service that is needed does not answer now");

    private final int status;
    private final String slug;
    private final String title;

    ProblemType(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /// A URI reference, stable across versions.
    public String uri() {
        return "/problems/" + slug;
    }

    public String title() {
        return title;
    }
}
