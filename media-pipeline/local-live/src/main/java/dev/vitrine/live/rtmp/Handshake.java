package dev.vitrine.live.rtmp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.random.RandomGenerator;

/// The simple handshake (specification 5.2). Encoders that put digests into C1 (the "complex" handshake) accept the
/// simple answer: S1 with a zero version and S2 as an echo of C1.
final class Handshake {
    private static final int VERSION = 3;
    private static final int PACKET_BYTES = 1536;
    /// Time and version: both zero.
    private static final int PLAIN_BYTES = 8;

    private Handshake() {}

    static void answer(RtmpInput in, OutputStream out, RandomGenerator random) throws IOException {
        int version = in.unsignedByte();
        if (version != VERSION) {
            throw new ProtocolViolation("not RTMP: first byte " + version);
        }
        byte[] c1 = in.bytes(PACKET_BYTES);
        byte[] answer = new byte[1 + 2 * PACKET_BYTES];
        random.nextBytes(answer);
        answer[0] = VERSION;
        for (int i = 1; i <= PLAIN_BYTES; i++) {
            answer[i] = 0;
        }
        System.arraycopy(c1, 0, answer, 1 + PACKET_BYTES, PACKET_BYTES);
        out.write(answer);
        out.flush();
        in.bytes(PACKET_BYTES); // C2 echoes S1; encoders in use fill it differently, so it is not compared
    }
}
