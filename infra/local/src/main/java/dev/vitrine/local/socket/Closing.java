package dev.vitrine.local.socket;

/// Why a socket ends (RFC 6455, section 7.4).
///
/// @param code what a `$disconnect` event tells as `disconnectStatusCode`
record Closing(int code, String reason) {
    static final Closing GOING_AWAY = new Closing(1001, "Going away");
    static final Closing TOO_BIG_FRAME = new Closing(1009, "A frame has more than 32 KiB");
    static final Closing TOO_BIG_MESSAGE = new Closing(1009, "A message has more than 128 KiB");
    static final Closing TEXT_ONLY = new Closing(1003, "Only text is understood");
    static final Closing NOT_UTF_8 = new Closing(1007, "Text must be UTF-8");
    static final Closing TRY_LATER = new Closing(1013, "Try again later");
    static final Closing FLOODING = new Closing(1008, "Too many messages at once");
    /// By `DELETE` of the `@connections` API.
    static final Closing DELETED = new Closing(1000, "Connection closed by the server");
    /// The two that never travel in a frame.
    static final Closing NO_STATUS = new Closing(1005, "Client-side close frame status not set");

    static final Closing BROKEN = new Closing(1006, "Connection closed abnormally");

    static Closing malformed(String what) {
        return new Closing(1002, what);
    }

    boolean travels() {
        return code != NO_STATUS.code && code != BROKEN.code;
    }
}
