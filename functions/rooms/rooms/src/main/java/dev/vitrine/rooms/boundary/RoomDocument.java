package dev.vitrine.rooms.boundary;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/// A room as the contract shows it (schema `Room`). Null means: not there now.
///
/// Registered for native executables: Jackson writes records through accessors that no code calls.
@RegisterForReflection
record RoomDocument(
        String id,
        String title,
        String description,
        String coverUrl,
        List<String> tags,
        String kind,
        String state,
        StreamerDocument streamer,
        Instant createdAt,
        Instant startsAt,
        Instant liveAt,
        Instant endedAt,
        int viewers,
        int peakViewers,
        PlaybackDocument playback,
        ReplayDocument replay) {

    @RegisterForReflection
    record StreamerDocument(String id, String name) {}

    @RegisterForReflection
    record PlaybackDocument(String hls, String dash) {}

    @RegisterForReflection
    record ReplayDocument(String hls, String dash, String mp4, double durationSeconds) {}
}
