package dev.vitrine.live.rtmp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What an audio or video message body is (FLV 10.1 E.4.2.1 and E.4.3.1), once its codec was found to be taken.
sealed interface MediaTag {
    record VideoHeader(AvcConfiguration configuration) implements MediaTag {}

    record VideoFrame(boolean key) implements MediaTag {}

    record AudioHeader(AacConfiguration configuration) implements MediaTag {}

    record AudioFrame() implements MediaTag {}

    /// Empty messages and end-of-sequence marks: nothing to pass on.
    record Nothing() implements MediaTag {}

    // E.4.3.1.
    int KEY_FRAME = 1;
    int COMMAND_FRAME = 5;
    int AVC = 7;
    /// Enhanced RTMP: the top bit says that a four-character code names the codec.
    int EX_HEADER = 0x80;
    // E.4.2.1.
    int AAC = 10;
    int EX_AUDIO = 9;

    static MediaTag video(byte[] body) throws MediaRefused {
        if (body.length == 0) {
            return new Nothing();
        }
        int first = body[0] & 0xff;
        if ((first & EX_HEADER) != 0) {
            throw new MediaRefused("video codec " + fourCc(body) + " is not supported: send H.264");
        }
        if (first >> 4 == COMMAND_FRAME) {
            return new Nothing();
        }
        if ((first & 0xf) != AVC) {
            throw new MediaRefused("FLV video codec " + (first & 0xf) + " is not supported: send H.264");
        }
        if (body.length < 5) {
            throw new MediaRefused("H.264 tag of " + body.length + " bytes");
        }
        return switch (body[1]) {
            case 0 -> new VideoHeader(AvcConfiguration.of(ByteBuffer.wrap(body, 5, body.length - 5)));
            case 1 -> new VideoFrame(first >> 4 == KEY_FRAME);
            default -> new Nothing();
        };
    }

    static MediaTag audio(byte[] body) throws MediaRefused {
        if (body.length == 0) {
            return new Nothing();
        }
        int format = body[0] >> 4 & 0xf;
        if (format == EX_AUDIO) {
            throw new MediaRefused("audio codec " + fourCc(body) + " is not supported: send AAC");
        }
        if (format != AAC) {
            throw new MediaRefused("FLV audio format " + format + " is not supported: send AAC");
        }
        if (body.length < 3) {
            return new Nothing();
        }
        return body[1] == 0
                ? new AudioHeader(AacConfiguration.of(Arrays.copyOfRange(body, 2, body.length)))
                : new AudioFrame();
    }

    private static String fourCc(byte[] body) {
        if (body.length < 5) {
            return "unknown";
        }
        String code = new String(body, 1, 4, StandardCharsets.US_ASCII);
        return code.chars().allMatch(Character::isLetterOrDigit) ? code : "unknown";
    }
}
