package dev.vitrine.model;

/// Every kind of problem that this house answers with: its functions, the gateway and the media service. The
/// name is part of the contract: clients branch on it. What each means and what to do about it stands at its
/// address.
public enum ProblemType {
    MALFORMED_REQUEST(400, "malformed-request", "The request cannot be read"),
    UNAUTHENTICATED(401, "unauthenticated", "A valid token is required"),
    INSUFFICIENT_BALANCE(402, "insufficient-balance", "There is not enough to spend"),
    FORBIDDEN(403, "forbidden", "This caller may not do that"),
    NOT_FOUND(404, "not-found", "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Not with this method"),
    NOT_ACCEPTABLE(406, "not-acceptable", "None of the media types asked for is on offer"),
    ILLEGAL_STATE(409, "illegal-state", "The state does not allow that"),
    IDEMPOTENCY_CONFLICT(409, "idempotency-conflict", "The idempotency key was used for another request"),
    CONFLICT(409, "conflict", "The resource was changed by somebody else at the same time"),
    PRECONDITION_FAILED(412, "precondition-failed", "The resource is not as the caller saw it last"),
    BODY_TOO_LARGE(413, "body-too-large", "The body is too large"),
    RANGE_NOT_SATISFIABLE(416, "range-not-satisfiable", "The range lies outside"),
    INVALID_FIELD(422, "invalid-field", "A field has a value that is not allowed"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    INTERNAL(500, "internal", "Something went wrong on our side"),
    FUNCTION_FAILED(502, "function-failed", "The function failed"),
    UNAVAILABLE(503, "unavailable", "A service that is needed does not answer now"),
    FUNCTION_TIMED_OUT(503, "function-timed-out", "The function did not answer in time");

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

    /// The name that is part of the contract.
    public String slug() {
        return slug;
    }

    /// A URI reference, stable across versions.
    public String uri() {
        return "/problems/" + slug;
    }

    public String title() {
        return title;
    }
}
