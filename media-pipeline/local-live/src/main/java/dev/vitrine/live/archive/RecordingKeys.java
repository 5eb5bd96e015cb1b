package dev.vitrine.live.archive;

/// Where things lie in the bucket.
public final class RecordingKeys {
    private static final String ROOT = "recordings/";

    private RecordingKeys() {}

    public static String channel(String channel) {
        return ROOT + channel + "/";
    }

    public static String stream(String channel, String stream) {
        return channel(channel) + stream + "/";
    }

    public static String init(String channel, String stream, String rendition) {
        return stream(channel, stream) + rendition + "/init.mp4";
    }

    public static String segment(String channel, String stream, String rendition, int number) {
        return stream(channel, stream) + rendition + "/" + number + ".m4s";
    }

    public static String streamSummary(String channel, String stream) {
        return stream(channel, stream) + "stream.json";
    }

    public static String recording(String channel) {
        return channel(channel) + "recording.json";
    }
}
