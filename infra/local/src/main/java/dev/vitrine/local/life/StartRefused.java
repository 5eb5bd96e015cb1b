package dev.vitrine.local.life;

/// The local cloud cannot start here and now; the message is one line for the person at the keyboard and says what
/// to do. Not a defect: no stack trace is shown.
public final class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
