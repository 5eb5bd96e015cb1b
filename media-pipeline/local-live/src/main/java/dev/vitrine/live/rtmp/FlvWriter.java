package dev.vitrine.live.rtmp;

import dev.vitrine.live.flv.FlvTag;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/// Writes a stream as FLV, for instance into a transcoder's standard input. Every tag is flushed: a frame that waits
/// in a buffer is latency.
public final class FlvWriter implements StreamSink {
    private static final int TAG_HEADER_BYTES = 11;
    private static final byte SOUND_AND_PICTURE = 5;

    private final OutputStream out;
    private final Consumer<StreamEnd> ended;
    private boolean begun;

    /// @param ended called once: after `out` was closed, so that a transcoder finishes what it has; or before, when
    ///     a write hangs, and then it must break the pipe (kill the process)
    public FlvWriter(OutputStream out, Consumer<StreamEnd> ended) {
        this.out = out;
        this.ended = ended;
    }

    @Override
    public void accept(FlvTag tag) throws IOException {
        if (!begun) {
            begun = true;
            out.write(new byte[] {'F', 'L', 'V', 1, SOUND_AND_PICTURE, 0, 0, 0, 9, 0, 0, 0, 0});
        }
        out.write(bytes(tag));
        out.flush();
    }

    @Override
    public void end(StreamEnd end) {
        boolean hanging = end.reason() == EndReason.SINK_STALLED;
        if (hanging) {
            ended.accept(end);
        }
        try {
            out.close();
        } catch (IOException e) {
            // The reader is gone already: its end is what `ended` deals with.
            System.getLogger(FlvWriter.class.getName()).log(System.Logger.Level.DEBUG, "pipe closed early", e);
        }
        if (!hanging) {
            ended.accept(end);
        }
    }

    static byte[] bytes(FlvTag tag) {
        byte[] body = tag.body();
        byte[] bytes = new byte[TAG_HEADER_BYTES + body.length + Integer.BYTES];
        long at = tag.timestampMillis();
        bytes[0] = (byte) tag.kind().type();
        put(bytes, 1, body.length, 3);
        put(bytes, 4, at, 3);
        bytes[7] = (byte) (at >> 24);
        System.arraycopy(body, 0, bytes, TAG_HEADER_BYTES, body.length);
        put(bytes, TAG_HEADER_BYTES + body.length, TAG_HEADER_BYTES + body.length, 4);
        return bytes;
    }

    private static void put(byte[] bytes, int at, long value, int width) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >> 8 * (width - 1 - i));
        }
    }
}
