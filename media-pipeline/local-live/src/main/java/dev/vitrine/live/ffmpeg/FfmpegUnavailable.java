package dev.vitrine.live.ffmpeg;

/// ffmpeg cannot be used on this machine. The message is one line that tells a person what is missing; trying
/// again without changing the machine is of no use.
public final class FfmpegUnavailable extends RuntimeException {
    FfmpegUnavailable(String message) {
        super(message);
    }

    FfmpegUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
