package dev.vitrine.live.transcode;

/// The publisher's stream cannot be transcoded; the message says what is wrong with it. Sending it again will not help.
public final class UnsupportedSource extends RuntimeException {
    public UnsupportedSource(String message) {
        super(message);
    }
}
