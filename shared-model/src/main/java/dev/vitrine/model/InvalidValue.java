package dev.vitrine.model;

/// A value that a rule refuses: which field, and what is allowed there. Rendered as a problem document at the edge.
public final class InvalidValue extends RuntimeException {
    private final String field;
    private final String allowed;

    public InvalidValue(String field, String allowed) {
        this(field, allowed, null);
    }

    public InvalidValue(String field, String allowed, Throwable cause) {
        super(field + ": " + allowed, cause);
        this.field = field;
        this.allowed = allowed;
    }

    public String field() {
        return field;
    }

    public String allowed() {
        return allowed;
    }
}
