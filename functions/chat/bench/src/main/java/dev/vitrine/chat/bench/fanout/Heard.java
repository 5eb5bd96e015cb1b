package dev.vitrine.chat.bench.fanout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A frame that a reader got: some items, and where they belong.
///
/// @param after what it follows on; equal to `until` when the system has no numbers
/// @param items in order
/// @param bytes on the wire, frame header aside
record Heard(long after, long until, List<Shown> items, boolean numbered, int bytes) {
    /// @param seq 0 without numbers
    /// @param mark of a danmaku that a speaker of ours said
    record Shown(long seq, Optional<Mark> mark) {}

    Heard {
        items = List.copyOf(items);
    }

    static Heard unnumbered(int bytes, Shown... items) {
        return new Heard(0, 0, Arrays.asList(items), false, bytes);
    }

    /// Whether every number between the two ends is here: nothing was sampled away.
    boolean dense() {
        var next = after + 1;
        for (var item : items) {
            if (item.seq() != next++) {
                return false;
            }
        }
        return next == until + 1;
    }

    /// Danmaku of our speakers.
    long spoken() {
        return items.stream().filter(item -> item.mark().isPresent()).count();
    }
}
