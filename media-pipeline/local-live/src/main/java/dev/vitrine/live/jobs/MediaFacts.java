package dev.vitrine.live.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.live.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What ffprobe tells of a file.
final class MediaFacts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /// Streams that agree in all of these can follow each other in one track without encoding.
    private static final List<String> JOINABLE_BY = List.of(
            "codec_name",
            "profile",
            "level",
            "width",
            "height",
            "sample_aspect_ratio",
            "pix_fmt",
            "r_frame_rate",
            "time_base",
            "sample_rate",
            "channels",
            "extradata_hash");

    /// @param key equal for tracks that can be joined by copying
    record TrackFacts(String type, int width, int height, String frameRate, double start, double seconds, String key) {
        boolean video() {
            return type.equals("video");
        }
    }

    record FileFacts(double seconds, List<TrackFacts> tracks) {
        List<String> keys() {
            return tracks.stream().map(TrackFacts::key).toList();
        }

        List<TrackFacts> pictures() {
            return tracks.stream().filter(TrackFacts::video).toList();
        }
    }

    private final Ffmpeg ffmpeg;

    MediaFacts(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    FileFacts of(Path file) {
        byte[] out = ffmpeg.probe(
                List.of(
                        "-v",
                        "error",
                        "-show_streams",
                        "-show_format",
                        "-show_data_hash",
                        "sha256",
                        "-of",
                        "json",
                        file.toString()),
                LIMIT);
        try {
            JsonNode json = JSON.readTree(out);
            List<TrackFacts> tracks =
                    json.path("streams").valueStream().map(MediaFacts::track).toList();
            return new FileFacts(json.path("format").path("duration").asDouble(), tracks);
        } catch (IOException e) {
            throw new UncheckedIOException("ffprobe's answer cannot be read", e);
        }
    }

    private static TrackFacts track(JsonNode json) {
        StringBuilder key = new StringBuilder();
        JOINABLE_BY.forEach(name -> key.append(json.path(name).asText("-")).append(' '));
        return new TrackFacts(
                json.path("codec_type").asText(),
                json.path("width").asInt(),
                json.path("height").asInt(),
                json.path("r_frame_rate").asText(),
                json.path("start_time").asDouble(),
                json.path("duration").asDouble(),
                key.toString());
    }
}
