package dev.vitrine.live.wire;

/// A message that is refused: it could be read in more than one way, breaks off, or is larger than
/// anything lawful.
final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;

    private final int status;

    /// @param why in words of ours alone: it goes to the sender and into the log
    NotUnderstood(String why) {
        this(BAD_REQUEST, why);
    }

    NotUnderstood(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
