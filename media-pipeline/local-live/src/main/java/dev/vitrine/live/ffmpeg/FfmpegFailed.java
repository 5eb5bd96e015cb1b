package dev.vitrine.live.ffmpeg;

/// A one-shot ffmpeg or ffprobe run ended with an error or missed its deadline. The message holds the last lines
/// it wrote.
public final class FfmpegFailed extends RuntimeException {
    FfmpegFailed(String message) {
        super(message);
    }

    FfmpegFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
