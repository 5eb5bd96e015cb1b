package dev.vitrine.live.origin;

import java.nio.ByteBuffer;
import java.util.List;

/// When a stored segment starts and ends, in seconds of media time.
public record SegmentTimes(double start, double end) {
    /// @throws MalformedMedia when it holds no media
    public static SegmentTimes of(InitSegment init, byte[] segment) {
        List<Part> parts = new PartScanner(Segment.MAX_BYTES).scan(ByteBuffer.wrap(segment));
        if (parts.isEmpty()) {
            throw new MalformedMedia("segment without media");
        }
        double ticks = init.timeScale();
        return new SegmentTimes(
                parts.getFirst().media().decodeTime() / ticks, parts.getLast().endTime() / ticks);
    }
}
