package dev.vitrine.live.archive;

import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.origin.InitSegment;
import dev.vitrine.live.origin.SegmentTimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells from the objects of a stream what it was.
final class StoredStream {
    private static final Pattern SEGMENT = Pattern.compile("([^/]+)/(\\d+)\\.m4s");

    private final ObjectStore store;
    private final String channel;
    private final String stream;

    StoredStream(ObjectStore store, String channel, String stream) {
        this.store = store;
        this.channel = channel;
        this.stream = stream;
    }

    /// Nothing, when not even one segment with its header is stored.
    ///
    /// @param zero when media time zero was on air
    Optional<StreamSummary> summarise(Instant zero) {
        long millis = 0;
        double firstPicture = Double.MAX_VALUE;
        List<StreamSummary.Rendition> renditions = new ArrayList<>();
        for (Map.Entry<String, TreeSet<Integer>> each : segments().entrySet()) {
            String name = each.getKey();
            Optional<InitSegment> init =
                    read(RecordingKeys.init(channel, stream, name)).map(InitSegment::parse);
            if (init.isPresent()) {
                double start = times(init.get(), name, each.getValue().first()).start();
                double end = times(init.get(), name, each.getValue().last()).end();
                boolean video = init.get().kind() == InitSegment.Kind.VIDEO;
                firstPicture = video ? Math.min(firstPicture, start) : firstPicture;
                millis = video ? Math.max(millis, Math.round((end - start) * 1000)) : millis;
                renditions.add(new StreamSummary.Rendition(
                        name,
                        video ? "video" : "audio",
                        init.get().width(),
                        init.get().height(),
                        each.getValue().size()));
            }
        }
        if (millis == 0) {
            return Optional.empty();
        }
        Instant startedAt = zero.plusMillis(Math.round(firstPicture * 1000));
        return Optional.of(new StreamSummary(stream, startedAt.toString(), millis, renditions));
    }

    private Map<String, TreeSet<Integer>> segments() {
        String prefix = RecordingKeys.stream(channel, stream);
        Map<String, TreeSet<Integer>> found = new TreeMap<>();
        for (String key : store.list(prefix)) {
            Matcher match = SEGMENT.matcher(key.substring(prefix.length()));
            if (match.matches()) {
                found.computeIfAbsent(match.group(1), name -> new TreeSet<>()).add(Integer.valueOf(match.group(2)));
            }
        }
        return found;
    }

    private SegmentTimes times(InitSegment init, String name, int number) {
        String key = RecordingKeys.segment(channel, stream, name, number);
        return SegmentTimes.of(init, read(key).orElseThrow(() -> new IllegalStateException(key + " vanished")));
    }

    private Optional<byte[]> read(String key) {
        return store.get(key).map(stored -> {
            try {
                return stored.bytes();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + key, e);
            }
        });
    }
}
