package dev.vitrine.local.socket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Frames of a server as they travel: whole, never masked (RFC 6455, section 5).
final class OutgoingFrame {
    private static final int MAX_HEAD_BYTES = 10;
    private static final int MAX_TWO_BYTE_LENGTH = 0xFFFF;
    /// What a close frame's code leaves of a control frame.
    private static final int MAX_REASON_BYTES = Frame.MAX_CONTROL_BYTES - Short.BYTES;

    private OutgoingFrame() {}

    /// @param text UTF-8
    static byte[] text(byte[] text) {
        return of(Frame.TEXT, text);
    }

    static byte[] text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] pong(byte[] ping) {
        return of(Frame.PONG, ping);
    }

    static byte[] close(Closing closing) {
        if (!closing.travels()) {
            return of(Frame.CLOSE, new byte[0]);
        }
        var reason = closing.reason().getBytes(StandardCharsets.UTF_8);
        var told = reason.length > MAX_REASON_BYTES ? new byte[0] : reason;
        return of(
                Frame.CLOSE,
                ByteBuffer.allocate(Short.BYTES + told.length)
                        .putShort((short) closing.code())
                        .put(told)
                        .array());
    }

    private static byte[] of(int opcode, byte[] payload) {
        var frame = ByteBuffer.allocate(MAX_HEAD_BYTES + payload.length).put((byte) (Frame.FIN | opcode));
        if (payload.length <= Frame.MAX_CONTROL_BYTES) {
            frame.put((byte) payload.length);
        } else if (payload.length <= MAX_TWO_BYTE_LENGTH) {
            frame.put((byte) Frame.TWO_BYTES).putShort((short) payload.length);
        } else {
            frame.put((byte) Frame.EIGHT_BYTES).putLong(payload.length);
        }
        frame.put(payload).flip();
        var bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }
}
