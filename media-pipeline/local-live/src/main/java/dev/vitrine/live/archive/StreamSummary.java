package dev.vitrine.live.archive;

import java.util.List;

/// `stream.json`: what is stored of one stream.
///
/// @param startedAt ISO 8601, when the first picture stored was on air
/// @param durationMillis from the first picture stored to the end of the last
public record StreamSummary(String stream, String startedAt, long durationMillis, List<Rendition> renditions) {
    /// @param kind `video` or `audio`
    /// @param width 0 for sound
    /// @param segments how many are stored
    public record Rendition(String name, String kind, int width, int height, int segments) {}
}
