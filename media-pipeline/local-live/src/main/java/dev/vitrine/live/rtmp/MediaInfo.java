package dev.vitrine.live.rtmp;

import java.util.OptionalDouble;

/// What a stream's headers tell before its first frame.
///
/// @param width displayed width in pixels, even
/// @param height displayed height in pixels, even
/// @param framesPerSecond as the encoder announced it, if it did and the number is plausible
/// @param hasAudio false when no AAC header came in time; audio that comes later is left out
public record MediaInfo(int width, int height, OptionalDouble framesPerSecond, boolean hasAudio) {
    /// A stream without H.264 is never announced.
    public boolean hasVideo() {
        return true;
    }
}
