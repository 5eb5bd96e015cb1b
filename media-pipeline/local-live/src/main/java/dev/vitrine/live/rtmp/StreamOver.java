package dev.vitrine.live.rtmp;

/// The connection's work is done, for a reason that is not the socket's.
final class StreamOver extends Exception {
    private final EndReason reason;

    StreamOver(EndReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    EndReason reason() {
        return reason;
    }
}
