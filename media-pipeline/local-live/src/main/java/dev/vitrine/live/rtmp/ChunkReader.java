package dev.vitrine.live.rtmp;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Puts messages together from interleaved chunks (specification 5.3). It obeys chunk size and abort messages by
/// itself and hands on everything else.
///
/// Memory: a message's buffer grows with what has come of it, so that an announced length costs nothing; all unfinished
/// messages together hold at most twice the largest message, over at most [#MAX_CHUNK_STREAMS] chunk streams.
final class ChunkReader {
    static final int DEFAULT_CHUNK_BYTES = 128;
    /// 5.4.1: "all sizes greater than 16777215 are equivalent".
    static final int MAX_CHUNK_BYTES = 0xFFFFFF;
    /// Encoders use up to eight.
    static final int MAX_CHUNK_STREAMS = 64;

    private static final long EXTENDED = 0xFFFFFF;

    private final RtmpInput in;
    private final Map<Integer, ChunkStream> streams = new HashMap<>();
    private int chunkBytes = DEFAULT_CHUNK_BYTES;
    private int maxMessageBytes;
    private long unfinishedBytes;

    ChunkReader(RtmpInput in, int maxMessageBytes) {
        this.in = in;
        this.maxMessageBytes = maxMessageBytes;
    }

    void allow(int messageBytes) {
        maxMessageBytes = messageBytes;
    }

    /// Reads one chunk; answers the message it completes, if it does.
    Optional<Message> next() throws IOException {
        int first = in.unsignedByte();
        ChunkStream stream = stream(id(first & 0x3f));
        header(stream, first >> 6);
        payload(stream);
        if (!stream.complete()) {
            return Optional.empty();
        }
        unfinishedBytes -= stream.received();
        Message message = stream.take();
        return switch (message.type()) {
            case Message.SET_CHUNK_SIZE -> {
                setChunkBytes(message.control32());
                yield Optional.empty();
            }
            case Message.ABORT -> {
                abort(message.control32());
                yield Optional.empty();
            }
            default -> Optional.of(message);
        };
    }

    private int id(int short6) throws IOException {
        return switch (short6) {
            case 0 -> 64 + in.unsignedByte();
            case 1 -> 64 + in.unsignedByte() + (in.unsignedByte() << 8);
            default -> short6;
        };
    }

    private ChunkStream stream(int id) throws ProtocolViolation {
        ChunkStream known = streams.get(id);
        if (known != null) {
            return known;
        }
        if (streams.size() == MAX_CHUNK_STREAMS) {
            throw new ProtocolViolation("more than " + MAX_CHUNK_STREAMS + " chunk streams");
        }
        ChunkStream made = new ChunkStream();
        streams.put(id, made);
        return made;
    }

    private void header(ChunkStream stream, int format) throws IOException {
        if (format == 3) {
            continuation(stream);
            return;
        }
        if (format > 0 && !stream.known()) {
            throw new ProtocolViolation("chunk of format " + format + " before any full header");
        }
        unfinishedBytes -= stream.received(); // a new header over an unfinished message replaces it
        stream.drop();
        long time = in.unsigned24();
        if (format < 2) {
            int length = in.unsigned24();
            if (length > maxMessageBytes) {
                throw new ProtocolViolation("message of " + length + " bytes, at most " + maxMessageBytes);
            }
            stream.describe(length, in.unsignedByte());
        }
        if (format == 0) {
            stream.streamId(Integer.reverseBytes((int) in.unsigned32()));
        }
        boolean extended = time == EXTENDED;
        stream.time(extended ? in.unsigned32() : time, extended, format == 0);
    }

    /// The extended timestamp is repeated on chunks of format 3 (5.3.1.3), but not by every encoder: four bytes that
    /// are not the expected number are payload.
    private void continuation(ChunkStream stream) throws IOException {
        if (!stream.known()) {
            throw new ProtocolViolation("chunk of format 3 before any full header");
        }
        if (stream.extended() && in.peek32() == stream.timeField()) {
            in.unsigned32();
        }
        if (!stream.started()) {
            stream.repeat();
        }
    }

    private void payload(ChunkStream stream) throws IOException {
        int count = Math.min(chunkBytes, stream.missing());
        unfinishedBytes += count;
        if (unfinishedBytes > 2L * maxMessageBytes) {
            throw new ProtocolViolation("more than " + 2L * maxMessageBytes + " bytes of unfinished messages");
        }
        stream.read(in, count);
    }

    private void setChunkBytes(long size) throws ProtocolViolation {
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new ProtocolViolation("chunk size " + size);
        }
        chunkBytes = (int) Math.min(size, MAX_CHUNK_BYTES);
    }

    private void abort(long id) {
        ChunkStream stream = id > Integer.MAX_VALUE ? null : streams.get((int) id);
        if (stream != null) {
            unfinishedBytes -= stream.received();
            stream.drop();
        }
    }
}
