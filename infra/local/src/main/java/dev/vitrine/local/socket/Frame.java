package dev.vitrine.local.socket;

import io.helidon.common.buffers.DataReader;

/// A frame of a client, unmasked (RFC 6455, section 5.2).
record Frame(int opcode, boolean last, byte[] payload) {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7F;
    /// Control frames have no longer payload (section 5.5).
    static final int MAX_CONTROL_BYTES = 125;

    static final int TWO_BYTES = 126;
    static final int EIGHT_BYTES = 127;
    private static final int MASK_BYTES = 4;

    /// Blocks until a whole frame is there. Reads no payload that is too long.
    ///
    /// @throws RefusedFrame the client breaks the protocol or a bound; what follows in the stream means nothing
    /// @throws RuntimeException of the reader: the stream ended or broke
    static Frame read(DataReader in) throws RefusedFrame {
        var first = next(in);
        var second = next(in);
        var opcode = first & OPCODE;
        var last = (first & FIN) != 0;
        if ((first & RESERVED) != 0) {
            throw new RefusedFrame(Closing.malformed("No extension was agreed on"));
        }
        if ((second & MASKED) == 0) {
            throw new RefusedFrame(Closing.malformed("Frames of a client must be masked"));
        }
        var length = length(in, second & LENGTH);
        check(opcode, last, length);
        var mask = in.readBytes(MASK_BYTES);
        var payload = length == 0 ? new byte[0] : in.readBytes((int) length);
        for (var i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % MASK_BYTES];
        }
        return new Frame(opcode, last, payload);
    }

    private static long length(DataReader in, int told) {
        var bytes = told == EIGHT_BYTES ? Long.BYTES : told == TWO_BYTES ? Short.BYTES : 0;
        if (bytes == 0) {
            return told;
        }
        var length = 0L;
        for (var i = 0; i < bytes; i++) {
            length = length << Byte.SIZE | next(in);
        }
        return length;
    }

    private static void check(int opcode, boolean last, long length) throws RefusedFrame {
        switch (opcode) {
            case CONTINUATION, TEXT, BINARY -> {
                if (length < 0 || length > SocketSettings.MAX_FRAME_BYTES) {
                    throw new RefusedFrame(Closing.TOO_BIG_FRAME);
                }
            }
            case CLOSE, PING, PONG -> {
                if (!last || length < 0 || length > MAX_CONTROL_BYTES) {
                    throw new RefusedFrame(Closing.malformed("Control frames are short and in one piece"));
                }
            }
            default -> throw new RefusedFrame(Closing.malformed("Unknown kind of frame"));
        }
    }

    private static int next(DataReader in) {
        return Byte.toUnsignedInt(in.read());
    }
}
