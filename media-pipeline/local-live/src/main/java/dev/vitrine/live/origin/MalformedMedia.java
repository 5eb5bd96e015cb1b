package dev.vitrine.live.origin;

/// Bytes that are not the CMAF they should be. The message names the box and what is wrong with it.
public final class MalformedMedia extends RuntimeException {
    public MalformedMedia(String message) {
        super(message);
    }
}
