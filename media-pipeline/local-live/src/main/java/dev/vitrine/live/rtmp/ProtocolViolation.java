package dev.vitrine.live.rtmp;

import java.io.IOException;

/// The peer sent what is not RTMP, or exceeds a bound. Not retried: the connection ends.
final class ProtocolViolation extends IOException {
    ProtocolViolation(String message) {
        super(message);
    }
}
