package dev.vitrine.live.rtmp;

import java.util.Arrays;

/// AAC frames that carry their own header (ISO/IEC 13818-7, 6.2), as some relays send them into FLV.
final class Adts {
    private static final int TAG_BYTES = 2;
    private static final int HEADER_BYTES = 7;
    private static final int CHECKSUM_BYTES = 2;

    private Adts() {}

    /// Twelve ones and layer 0: a raw frame never begins so, for it would begin with its end.
    static boolean leads(byte[] body) {
        return body.length >= TAG_BYTES + HEADER_BYTES
                && body[TAG_BYTES] == (byte) 0xff
                && (body[TAG_BYTES + 1] & 0xf6) == 0xf0;
    }

    static MediaTag frame(byte[] body) throws MediaRefused {
        boolean checksum = (body[TAG_BYTES + 1] & 1) == 0;
        int begin = TAG_BYTES + HEADER_BYTES + (checksum ? CHECKSUM_BYTES : 0);
        if (body.length <= begin) {
            return new MediaTag.Nothing();
        }
        int object = (body[TAG_BYTES + 2] >> 6 & 3) + 1;
        int rate = body[TAG_BYTES + 2] >> 2 & 0xf;
        int channels = (body[TAG_BYTES + 2] & 1) << 2 | body[TAG_BYTES + 3] >> 6 & 3;
        byte[] configuration = {(byte) (object << 3 | rate >> 1), (byte) (rate << 7 | channels << 3)};
        AacConfiguration.of(configuration);
        byte[] header = {body[0], 0, configuration[0], configuration[1]};
        byte[] raw = Arrays.copyOf(Arrays.copyOf(body, TAG_BYTES), TAG_BYTES + body.length - begin);
        System.arraycopy(body, begin, raw, TAG_BYTES, body.length - begin);
        return new MediaTag.AdtsFrame(header, raw);
    }
}
