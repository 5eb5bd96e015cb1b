package dev.vitrine.pipeline;

import java.util.Objects;

/// Makes a replay of a recording: HLS and DASH from one set of CMAF files, and one MP4.
///
/// @param id names the job; the same id is the same job
/// @param recordingKey object key of the recording's `recording.json`
/// @param outputPrefix object key prefix, ending in `/`, below which the replay is written
public record RenderReplay(String id, ChannelRef channel, String recordingKey, String outputPrefix) {
    public RenderReplay {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(recordingKey, "recordingKey");
        Objects.requireNonNull(outputPrefix, "outputPrefix");
    }
}
