package dev.vitrine.live.rtmp;

import java.util.Arrays;

/// Reads bits of an H.264 parameter set (ISO/IEC 14496-10 7.2, 9.1), without its emulation prevention bytes.
final class BitReader {
    /// Larger values occur in no field read here.
    private static final int MAX_GOLOMB_BITS = 31;

    private final byte[] bytes;
    private final int bits;
    private int at;

    private BitReader(byte[] bytes) {
        this.bytes = bytes;
        this.bits = bytes.length * 8;
    }

    /// @param unit a NAL unit's bytes behind its header byte
    static BitReader ofNalUnit(byte[] unit) {
        byte[] plain = new byte[unit.length];
        int length = 0;
        int zeros = 0;
        for (byte b : unit) {
            if (zeros >= 2 && b == 3) {
                zeros = 0;
                continue;
            }
            zeros = b == 0 ? zeros + 1 : 0;
            plain[length++] = b;
        }
        return new BitReader(Arrays.copyOf(plain, length));
    }

    /// @param raw bytes without emulation prevention, such as an AAC configuration
    static BitReader of(byte[] raw) {
        return new BitReader(raw);
    }

    int bits(int count) throws MediaRefused {
        if (at + count > bits) {
            throw new MediaRefused("codec header is cut off");
        }
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            value = value << 1 | bytes[at >> 3] >> (7 - (at & 7)) & 1;
        }
        return value;
    }

    boolean flag() throws MediaRefused {
        return bits(1) == 1;
    }

    /// ue(v).
    int unsignedGolomb() throws MediaRefused {
        int zeros = 0;
        while (!flag()) {
            if (++zeros >= MAX_GOLOMB_BITS) {
                throw new MediaRefused("codec header holds a number out of range");
            }
        }
        return (1 << zeros) - 1 + bits(zeros);
    }

    /// se(v).
    int signedGolomb() throws MediaRefused {
        int code = unsignedGolomb();
        return (code & 1) == 1 ? (code >>> 1) + 1 : -(code >>> 1);
    }
}
