package dev.vitrine.chat.bench.fanout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// An object of lane B.
///
/// @param times when each item happened, ms of the epoch
record Segment(Heard heard, List<Long> times) {
    Segment {
        times = List.copyOf(times);
    }

    /// @param body gzip-encoded, as the contract has it
    static Segment read(byte[] body) {
        try (var content = new GZIPInputStream(new ByteArrayInputStream(body))) {
            var json = FrameReader.json(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            var times = new ArrayList<Long>();
            json.path("items")
                    .forEach(item ->
                            times.add(Instant.parse(item.path("at").asText()).toEpochMilli()));
            return new Segment(FrameReader.batch(json, body.length), times);
        } catch (IOException e) {
            throw new UncheckedIOException("not a segment", e);
        }
    }
}
