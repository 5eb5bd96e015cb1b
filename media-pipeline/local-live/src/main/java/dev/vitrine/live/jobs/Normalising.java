package dev.vitrine.live.jobs;

import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.jobs.MediaFacts.FileFacts;
import dev.vitrine.live.jobs.MediaFacts.TrackFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Encodes a clip in the shape of another: the same picture sizes (bars where the aspect differs), frame rate and
/// sound. The encoder is set as it is for live, so that what it makes can often be joined with live media as it is.
final class Normalising {
    private static final Duration LIMIT = Duration.ofHours(6);
    private static final int KEY_FRAME_SECONDS = 1;
    /// Bits for each pixel of each frame: what the live ladder spends on 720p at 30 frames a second.
    private static final double BITS_PER_PIXEL = 0.09;

    private final Ffmpeg ffmpeg;

    Normalising(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    Path shape(Path clip, FileFacts model, Path target) {
        List<TrackFacts> pictures = model.pictures();
        List<String> arguments = new ArrayList<>(List.of("-loglevel", "error", "-i", clip.toString()));
        arguments.addAll(List.of("-filter_complex", graph(pictures)));
        for (int i = 0; i < pictures.size(); i++) {
            arguments.addAll(List.of("-map", "[v" + i + "]"));
        }
        int rate = wholeRate(pictures.getFirst());
        String keyFrame = Integer.toString(rate * KEY_FRAME_SECONDS);
        arguments.addAll(List.of("-map", "[a]", "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-g", keyFrame, "-keyint_min", keyFrame));
        arguments.addAll(List.of("-sc_threshold", "0", "-threads:v", "1"));
        for (int i = 0; i < pictures.size(); i++) {
            TrackFacts picture = pictures.get(i);
            long bits = Math.round((double) picture.width() * picture.height() * rate * BITS_PER_PIXEL);
            arguments.addAll(List.of("-b:v:" + i, Long.toString(bits)));
        }
        arguments.addAll(List.of("-c:a", "aac", "-b:a", "128k", "-video_track_timescale", timeScale(rate)));
        arguments.addAll(List.of("-y", target.toString()));
        ffmpeg.run(arguments, LIMIT);
        return target;
    }

    private static String graph(List<TrackFacts> pictures) {
        int rate = wholeRate(pictures.getFirst());
        StringBuilder graph = new StringBuilder("[0:v:0]fps=%d:start_time=0,split=%d".formatted(rate, pictures.size()));
        for (int i = 0; i < pictures.size(); i++) {
            graph.append("[s%d]".formatted(i));
        }
        graph.append(';');
        for (int i = 0; i < pictures.size(); i++) {
            int width = pictures.get(i).width();
            int height = pictures.get(i).height();
            graph.append("[s%d]scale=%d:%d:force_original_aspect_ratio=decrease:force_divisible_by=2,"
                    .formatted(i, width, height));
            graph.append("pad=%d:%d:(ow-iw)/2:(oh-ih)/2,setsar=1[v%d];".formatted(width, height, i));
        }
        return graph + "[0:a:0]aresample=async=1000:first_pts=0,"
                + "aformat=sample_rates=48000:channel_layouts=stereo[a]";
    }

    private static int wholeRate(TrackFacts picture) {
        String[] fraction = picture.frameRate().split("/");
        return (int) Math.round(Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]));
    }

    /// As ffmpeg chooses it: the frame rate doubled until it passes 10,000.
    private static String timeScale(int rate) {
        int scale = rate;
        while (scale < 10_000) {
            scale *= 2;
        }
        return Integer.toString(scale);
    }
}
