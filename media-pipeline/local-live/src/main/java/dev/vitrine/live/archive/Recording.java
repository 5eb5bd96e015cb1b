package dev.vitrine.live.archive;

import java.util.List;

/// `recording.json`: everything that is stored of a channel, streams in the order they happened.
public record Recording(String channel, List<StreamSummary> streams) {
    public long durationMillis() {
        return streams.stream().mapToLong(StreamSummary::durationMillis).sum();
    }
}
