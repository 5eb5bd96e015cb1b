package dev.vitrine.pipeline;

import dev.vitrine.model.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What a rendering job made: the recording of a channel can be watched.
///
/// Keys are object keys below the public media prefix, not addresses; the reader makes them absolute.
///
/// @param channel the provider's name of the channel, as the room keeps it
/// @param hlsKey multivariant HLS playlist
/// @param dashKey DASH manifest of the same CMAF files
/// @param mp4Key one progressive MP4 of the best rendition
/// @param durationMillis length of the show on air, all its streams together
/// @param clips what the replay is made of, in its order: so a moment on air has its time in the replay. Empty where a
///     provider does not tell
public record RenderedReplay(
        String channel, String hlsKey, String dashKey, String mp4Key, long durationMillis, List<Clip> clips) {

    /// @param onAirAt when its first picture was on air
    public record Clip(Instant onAirAt, long durationMillis) {
        public Clip {
            Objects.requireNonNull(onAirAt, "onAirAt");
            if (durationMillis < 0) {
                throw new InvalidValue("durationMillis", "must not be negative");
            }
        }
    }

    public RenderedReplay {
        clips = List.copyOf(clips);
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(hlsKey, "hlsKey");
        Objects.requireNonNull(dashKey, "dashKey");
        Objects.requireNonNull(mp4Key, "mp4Key");
        if (durationMillis < 0) {
            throw new InvalidValue("durationMillis", "must not be negative");
        }
    }
}
