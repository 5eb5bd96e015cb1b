package dev.vitrine.live.rtmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Sends the server's few messages. A publisher that leaves them unread would block the connection for ever: each
/// write is watched, and a late one closes the socket.
final class ChunkWriter {
    /// What the server announces and keeps to: every answer then fits one chunk.
    static final int CHUNK_BYTES = 4096;
    /// 7.1.7: stream begin, ping request, ping response.
    private static final short STREAM_BEGIN = 0;

    private static final short PING_RESPONSE = 7;

    private static final int CONTROL_CHUNK_STREAM = 2;
    private static final int COMMAND_CHUNK_STREAM = 3;

    private final OutputStream out;
    private final Watchdog watchdog;
    private int chunkBytes = ChunkReader.DEFAULT_CHUNK_BYTES;

    ChunkWriter(OutputStream out, Watchdog watchdog) {
        this.out = out;
        this.watchdog = watchdog;
    }

    void chunkSize() throws IOException {
        control(Message.SET_CHUNK_SIZE, ByteBuffer.allocate(4).putInt(CHUNK_BYTES));
        chunkBytes = CHUNK_BYTES;
    }

    void windowAcknowledgementSize(int bytes) throws IOException {
        control(Message.WINDOW_ACKNOWLEDGEMENT_SIZE, ByteBuffer.allocate(4).putInt(bytes));
    }

    void peerBandwidth(int bytes) throws IOException {
        byte dynamic = 2;
        control(Message.SET_PEER_BANDWIDTH, ByteBuffer.allocate(5).putInt(bytes).put(dynamic));
    }

    void acknowledgement(long bytes) throws IOException {
        control(Message.ACKNOWLEDGEMENT, ByteBuffer.allocate(4).putInt((int) bytes));
    }

    void streamBegin(int streamId) throws IOException {
        control(
                Message.USER_CONTROL,
                ByteBuffer.allocate(6).putShort(STREAM_BEGIN).putInt(streamId));
    }

    void pong(int timestamp) throws IOException {
        control(
                Message.USER_CONTROL,
                ByteBuffer.allocate(6).putShort(PING_RESPONSE).putInt(timestamp));
    }

    void command(int streamId, Object... values) throws IOException {
        send(COMMAND_CHUNK_STREAM, Message.COMMAND_AMF0, streamId, Amf0Writer.bytes(values));
    }

    private void control(int type, ByteBuffer body) throws IOException {
        send(CONTROL_CHUNK_STREAM, type, 0, body.array());
    }

    private void send(int chunkStream, int type, int streamId, byte[] body) throws IOException {
        byte[] header = {
            (byte) chunkStream,
            0,
            0,
            0,
            (byte) (body.length >> 16),
            (byte) (body.length >> 8),
            (byte) body.length,
            (byte) type,
            (byte) streamId,
            0,
            0,
            0
        };
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(header.length + body.length + 32);
        chunks.writeBytes(header);
        for (int at = 0; at < body.length; at += chunkBytes) {
            if (at > 0) {
                chunks.write(0xC0 | chunkStream);
            }
            chunks.write(body, at, Math.min(chunkBytes, body.length - at));
        }
        try (Watchdog.Watch watch = watchdog.watch()) {
            out.write(chunks.toByteArray());
            out.flush();
        }
    }
}
