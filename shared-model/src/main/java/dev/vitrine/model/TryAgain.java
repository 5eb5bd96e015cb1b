package dev.vitrine.model;

/// Something that is needed does not answer now. What was asked may have happened or not: asking again in the
/// same words is safe.
public abstract class TryAgain extends RuntimeException {
    protected TryAgain(String message, Throwable cause) {
        super(message, cause);
    }

    /// What the caller is told; the message and the cause stay with us.
    public String advice() {
        return "Ask again in the same words; nothing happens twice.";
    }
}
