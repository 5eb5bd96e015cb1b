package dev.vitrine.ledger.entity;

/// Something that is needed does not answer now. What was asked may have happened or not: asking again in the
/// same words is safe.
public abstract class TryAgain extends RuntimeException {
    protected TryAgain(String message, Throwable cause) {
        super(message, cause);
    }
}
