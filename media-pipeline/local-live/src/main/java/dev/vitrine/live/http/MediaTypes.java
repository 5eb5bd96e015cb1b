package dev.vitrine.live.http;

/// Media types by file name, as players expect them.
public final class MediaTypes {
    public static final String HLS = "application/vnd.apple.mpegurl";
    public static final String DASH = "application/dash+xml";
    public static final String MP4 = "video/mp4";
    public static final String SEGMENT = "video/iso.segment";
    public static final String JPEG = "image/jpeg";
    public static final String JSON = "application/json";

    private MediaTypes() {}

    public static String of(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "m3u8" -> HLS;
            case "mpd" -> DASH;
            case "mp4" -> MP4;
            case "m4s" -> SEGMENT;
            case "jpg" -> JPEG;
            case "json" -> JSON;
            default -> "application/octet-stream";
        };
    }
}
