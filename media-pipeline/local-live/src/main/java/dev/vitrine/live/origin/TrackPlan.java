package dev.vitrine.live.origin;

/// What a track of a stream will be, known before its first byte: its name in addresses, the length of its chunks,
/// its peak bit rate, and frames per second (0 for sound).
public record TrackPlan(String name, double chunkSeconds, int bitsPerSecond, int framesPerSecond) {
    public static final String AUDIO = "audio";

    public boolean video() {
        return framesPerSecond > 0;
    }
}
