package dev.vitrine.live.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.durable.Patience;
import dev.vitrine.live.http.MediaTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps every stream of every channel. Safe for use by many threads; every method may be repeated.
public final class Archive {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// Written again when a stream is closed again.
    private static final String CACHE = "no-cache";

    private final Spool spool;
    private final ObjectStore store;

    public Archive(Spool spool, ObjectStore store) {
        this.spool = spool;
        this.store = store;
    }

    public void init(String channel, String stream, String rendition, byte[] bytes) {
        spool.put(RecordingKeys.init(channel, stream, rendition), bytes);
    }

    public void segment(String channel, String stream, String rendition, int number, byte[] bytes) {
        spool.put(RecordingKeys.segment(channel, stream, rendition, number), bytes);
    }

    /// Waits until all of the stream is stored, then writes its `stream.json`. Waits as long as the store
    /// is away.
    ///
    /// @param zero when media time zero was on air
    /// @return nothing, when nothing of it was stored
    public Optional<StreamSummary> close(String channel, String stream, Instant zero) throws InterruptedException {
        spool.awaitStored(RecordingKeys.stream(channel, stream));
        return Patience.untilDone("closing stream " + stream, () -> {
            Optional<StreamSummary> summary = new StoredStream(store, channel, stream).summarise(zero);
            summary.ifPresent(each -> put(RecordingKeys.streamSummary(channel, stream), each));
            return summary;
        });
    }

    /// Writes `recording.json` of closed streams, in the given order.
    ///
    /// @return whether there was anything to write
    public boolean finish(String channel, List<String> streams) throws InterruptedException {
        return Patience.untilDone("finishing " + channel, () -> {
            List<StreamSummary> summaries = new ArrayList<>();
            for (String stream : streams) {
                store.get(RecordingKeys.streamSummary(channel, stream))
                        .map(Archive::parse)
                        .ifPresent(summaries::add);
            }
            if (!summaries.isEmpty()) {
                put(RecordingKeys.recording(channel), new Recording(channel, summaries));
            }
            return !summaries.isEmpty();
        });
    }

    private static StreamSummary parse(ObjectStore.Stored stored) {
        try {
            return JSON.readValue(stored.bytes(), StreamSummary.class);
        } catch (IOException e) {
            throw new UncheckedIOException("stream.json cannot be read", e);
        }
    }

    private void put(String key, Object document) {
        try {
            store.put(key, JSON.writeValueAsBytes(document), MediaTypes.JSON, CACHE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + key, e);
        }
    }
}
