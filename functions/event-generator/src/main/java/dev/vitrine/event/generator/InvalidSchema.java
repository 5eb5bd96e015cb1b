package dev.vitrine.event.generator;

/// A schema that nothing can be made of: `file:line: key: what is allowed`.
public final class InvalidSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSchema(String message) {
        super(message);
    }
}
