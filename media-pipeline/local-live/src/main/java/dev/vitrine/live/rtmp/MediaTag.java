package dev.vitrine.live.rtmp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What an audio or video message body is, once its codec was found to be taken. However it was written (FLV 10.1
/// E.4.2.1 and E.4.3.1, Enhanced RTMP 2, or AAC with ADTS headers), `body` is what FLV 10.1 says.
sealed interface MediaTag {
    record VideoHeader(byte[] body, AvcConfiguration configuration) implements MediaTag {}

    record VideoFrame(byte[] body, boolean key) implements MediaTag {}

    record AudioHeader(byte[] body) implements MediaTag {}

    record AudioFrame(byte[] body) implements MediaTag {}

    /// Sound that carries its header in each frame (ISO/IEC 13818-7, 6.2).
    record AdtsFrame(byte[] header, byte[] body) implements MediaTag {}

    /// Empty messages and end-of-sequence marks: nothing to pass on.
    record Nothing() implements MediaTag {}

    // E.4.3.1.
    int KEY_FRAME = 1;
    int COMMAND_FRAME = 5;
    int AVC = 7;
    // E.4.2.1.
    int AAC = 10;

    static MediaTag video(byte[] message) throws MediaRefused {
        byte[] body = Enhanced.video(message) ? Enhanced.plainVideo(message) : message;
        if (body.length == 0) {
            return new Nothing();
        }
        int first = body[0] & 0xff;
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
            case 0 -> new VideoHeader(body, AvcConfiguration.of(ByteBuffer.wrap(body, 5, body.length - 5)));
            case 1 -> new VideoFrame(body, first >> 4 == KEY_FRAME);
            default -> new Nothing();
        };
    }

    static MediaTag audio(byte[] message) throws MediaRefused {
        byte[] body = Enhanced.audio(message) ? Enhanced.plainAudio(message) : message;
        if (body.length == 0) {
            return new Nothing();
        }
        int format = body[0] >> 4 & 0xf;
        if (format != AAC) {
            throw new MediaRefused("FLV audio format " + format + " is not supported: send AAC");
        }
        if (body.length < 3) {
            return new Nothing();
        }
        if (body[1] == 0) {
            AacConfiguration.of(Arrays.copyOfRange(body, 2, body.length));
            return new AudioHeader(body);
        }
        return Adts.leads(body) ? Adts.frame(body) : new AudioFrame(body);
    }

    /// Tags of Enhanced RTMP: four characters name the codec, and the rest is what it always was.
    final class Enhanced {
        private static final int VIDEO = 0x80;
        private static final int AUDIO = 9;
        private static final int CODED_FRAMES = 1;
        private static final int CODED_FRAMES_X = 3;
        private static final int NAMED = 5;
        private static final byte NO_DELAY = 0;

        private Enhanced() {}

        static boolean video(byte[] message) {
            return message.length > 0 && (message[0] & VIDEO) != 0;
        }

        static boolean audio(byte[] message) {
            return message.length > 0 && (message[0] >> 4 & 0xf) == AUDIO;
        }

        /// Empty when it says nothing that FLV 10.1 has words for.
        static byte[] plainVideo(byte[] message) throws MediaRefused {
            String codec = fourCc(message);
            if (!codec.equals("avc1")) {
                throw new MediaRefused("video codec " + codec + " is not supported: send H.264");
            }
            byte kind = (byte) ((message[0] & 0x70) | AVC);
            return switch (message[0] & 0xf) {
                case 0 -> joined(message, NAMED, kind, (byte) 0, NO_DELAY, NO_DELAY, NO_DELAY);
                case CODED_FRAMES -> joined(message, NAMED, kind, (byte) 1);
                case CODED_FRAMES_X -> joined(message, NAMED, kind, (byte) 1, NO_DELAY, NO_DELAY, NO_DELAY);
                default -> new byte[0];
            };
        }

        static byte[] plainAudio(byte[] message) throws MediaRefused {
            String codec = fourCc(message);
            if (!codec.equals("mp4a")) {
                throw new MediaRefused("audio codec " + codec + " is not supported: send AAC");
            }
            byte kind = (byte) (AAC << 4 | 0xf);
            return switch (message[0] & 0xf) {
                case 0 -> joined(message, NAMED, kind, (byte) 0);
                case CODED_FRAMES -> joined(message, NAMED, kind, (byte) 1);
                default -> new byte[0];
            };
        }

        private static byte[] joined(byte[] message, int from, byte... head) {
            byte[] whole = Arrays.copyOf(head, head.length + message.length - from);
            System.arraycopy(message, from, whole, head.length, message.length - from);
            return whole;
        }

        private static String fourCc(byte[] body) {
            if (body.length < NAMED) {
                return "unknown";
            }
            String code = new String(body, 1, 4, StandardCharsets.US_ASCII);
            return code.chars().allMatch(Character::isLetterOrDigit) ? code : "unknown";
        }
    }
}
