package dev.vitrine.live.rtmp;

/// The protocol is fine but the media is not taken. The message is told to the publisher.
final class MediaRefused extends Exception {
    MediaRefused(String message) {
        super(message);
    }
}
