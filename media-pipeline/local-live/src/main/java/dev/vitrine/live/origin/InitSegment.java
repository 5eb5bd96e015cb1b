package dev.vitrine.live.origin;

import java.nio.ByteBuffer;

/// An initialisation segment and what it tells: codec in RFC 6381 words, ticks per second, picture size (0 for sound).
public record InitSegment(byte[] bytes, Kind kind, String codec, int timeScale, int width, int height) {
    public static final int MAX_BYTES = 64 << 10;

    public enum Kind {
        VIDEO,
        AUDIO
    }

    private static final int SAMPLE_ENTRIES = 8;
    private static final int AVC_FIELDS = 78;
    private static final int AVC_WIDTH = 24;
    private static final int AVC_HEIGHT = 26;
    /// ffmpeg's AAC encoder makes AAC-LC and nothing else (ISO/IEC 14496-3, object type 2).
    private static final String AAC_LC = "mp4a.40.2";

    /// @throws MalformedMedia when it is not a CMAF header of one H.264 or AAC track
    public static InitSegment parse(byte[] bytes) {
        Box mdia = new Box("file", ByteBuffer.wrap(bytes)).need("moov").need("trak").need("mdia");
        Box mdhd = mdia.need("mdhd");
        int timeScale = mdhd.i32(mdhd.u8(0) == 1 ? 20 : 12);
        if (timeScale <= 0) {
            throw new MalformedMedia("time scale " + timeScale);
        }
        Box stsd = mdia.need("minf").need("stbl").need("stsd");
        if (stsd.content().limit() < SAMPLE_ENTRIES) {
            throw new MalformedMedia("box stsd ends too early");
        }
        ByteBuffer entries = stsd.content().slice(SAMPLE_ENTRIES, stsd.content().limit() - SAMPLE_ENTRIES);
        Box entry = Box.children(entries).stream()
                .findFirst()
                .orElseThrow(() -> new MalformedMedia("stsd without an entry"));
        return switch (entry.type()) {
            case "avc1" -> video(bytes, timeScale, entry);
            case "mp4a" -> new InitSegment(bytes, Kind.AUDIO, AAC_LC, timeScale, 0, 0);
            default -> throw new MalformedMedia("codec " + entry.type());
        };
    }

    private static InitSegment video(byte[] bytes, int timeScale, Box entry) {
        ByteBuffer content = entry.content();
        int width = entry.u16(AVC_WIDTH);
        int height = entry.u16(AVC_HEIGHT);
        if (content.limit() < AVC_FIELDS) {
            throw new MalformedMedia("box avc1 ends too early");
        }
        Box avcC = new Box("avc1", content.slice(AVC_FIELDS, content.limit() - AVC_FIELDS)).need("avcC");
        String codec = "avc1.%02x%02x%02x".formatted(avcC.u8(1), avcC.u8(2), avcC.u8(3));
        return new InitSegment(bytes, Kind.VIDEO, codec, timeScale, width, height);
    }
}
