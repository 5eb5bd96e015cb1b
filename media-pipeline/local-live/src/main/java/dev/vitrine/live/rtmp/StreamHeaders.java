package dev.vitrine.live.rtmp;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// What is known of a stream's format, and whether that is enough to begin.
final class StreamHeaders {
    private static final double MAX_FRAMES_PER_SECOND = 240;

    private final RtmpLimits limits;
    private final long publishedAt;
    private OptionalDouble framesPerSecond = OptionalDouble.empty();
    private byte[] video;
    private byte[] audio;
    private SequenceParameterSet picture;
    private long deafSince;

    StreamHeaders(RtmpLimits limits, long nowNanos) {
        this.limits = limits;
        this.publishedAt = nowNanos;
    }

    void describe(Map<?, ?> metadata) {
        if (metadata.get("framerate") instanceof Double rate && rate >= 1 && rate <= MAX_FRAMES_PER_SECOND) {
            framesPerSecond = OptionalDouble.of(rate);
        }
    }

    /// Answers whether it is news. A change of the picture's size is refused: the renditions were made for the first.
    boolean video(byte[] body, AvcConfiguration configuration) throws MediaRefused {
        configuration.check(limits);
        if (picture != null && !picture.sameSize(configuration.picture())) {
            throw new MediaRefused("the picture's size changed: connect again for the new one");
        }
        boolean news = !Arrays.equals(video, body);
        video = body;
        picture = configuration.picture();
        return news;
    }

    boolean audio(byte[] body) {
        boolean news = !Arrays.equals(audio, body);
        audio = body;
        return news;
    }

    /// Sound that nobody can decode is told to its encoder, before a whole show is silent.
    void soundWithoutHeader(long nowNanos) throws MediaRefused {
        if (deafSince == 0) {
            deafSince = nowNanos;
        } else if (nowNanos - deafSince > limits.headers().toNanos()) {
            throw new MediaRefused(
                    "sound without an AAC header (AudioSpecificConfig) for " + seconds(limits.headers()));
        }
    }

    /// Without a picture there is no show.
    void expected(long nowNanos) throws MediaRefused {
        if (video == null && nowNanos - publishedAt > limits.headers().toNanos()) {
            throw new MediaRefused("no H.264 header within " + seconds(limits.headers()));
        }
    }

    boolean hasVideo() {
        return video != null;
    }

    boolean hasAudio() {
        return audio != null;
    }

    MediaInfo media() {
        return new MediaInfo(picture.squareWidth(), picture.height(), framesPerSecond, picture.interlaced());
    }

    byte[] video() {
        return video;
    }

    byte[] audio() {
        return audio;
    }

    /// Metadata made new from what was checked: nothing the publisher wrote reaches the sink unread.
    byte[] metadata() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("width", (double) picture.width());
        members.put("height", (double) picture.height());
        framesPerSecond.ifPresent(rate -> members.put("framerate", rate));
        members.put("videocodecid", (double) MediaTag.AVC);
        members.put("audiocodecid", (double) MediaTag.AAC);
        return Amf0Writer.bytes("onMetaData", new Amf0Writer.EcmaArray(members));
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
