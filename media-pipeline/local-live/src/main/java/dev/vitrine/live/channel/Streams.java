package dev.vitrine.live.channel;

import dev.vitrine.live.archive.Archive;
import dev.vitrine.live.durable.Disk;
import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.http.Secrets;
import dev.vitrine.live.origin.LiveStream;
import dev.vitrine.live.origin.Origin;
import dev.vitrine.live.origin.TrackPlan;
import dev.vitrine.live.rtmp.MediaInfo;
import dev.vitrine.live.transcode.Ladder;
import dev.vitrine.live.transcode.Rendition;
import dev.vitrine.live.transcode.SourceFormat;
import dev.vitrine.live.transcode.Timing;
import dev.vitrine.live.transcode.Transcoder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Puts a stream together: a window at the origin, an ffmpeg that fills it, an archive that listens.
public final class Streams {
    private final Ffmpeg ffmpeg;
    private final Ladder ladder;
    private final Origin origin;
    private final Archive archive;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Path logs;
    private final Supplier<String> ingestUrl;

    /// @param logs folder for what each ffmpeg says
    /// @param ingestUrl address below which the origin takes files
    public Streams(
            Ffmpeg ffmpeg,
            Ladder ladder,
            Origin origin,
            Archive archive,
            InstantSource clock,
            SecureRandom random,
            Path logs,
            Supplier<String> ingestUrl) {
        this.ffmpeg = ffmpeg;
        this.ladder = ladder;
        this.origin = origin;
        this.archive = archive;
        this.clock = clock;
        this.random = random;
        this.logs = Disk.folder(logs);
        this.ingestUrl = ingestUrl;
    }

    LiveSession open(
            String channel,
            String id,
            MediaInfo media,
            Consumer<Instant> onPlayable,
            BiConsumer<LiveStream, String> onOver) {
        SourceFormat source = SourceFormat.of(
                media.width(), media.height(), media.framesPerSecond().orElse(0), media.interlaced());
        List<Rendition> renditions = ladder.fit(source);
        LiveStream stream = new LiveStream(
                channel,
                id,
                plans(source, renditions),
                clock,
                new LiveSession.Listener(archive, channel, id, onPlayable));
        String secret = Secrets.random(random);
        origin.add(stream, secret);
        Transcoder transcoder =
                Transcoder.start(ffmpeg, source, renditions, target(id, secret), logs.resolve(id + ".log"));
        return new LiveSession(stream, transcoder, (over, reason) -> {
            origin.end(over);
            if (!reason.equals(LiveSession.TRANSCODER_DIED)) {
                Disk.deleteFile(logs.resolve(id + ".log"));
            }
            onOver.accept(over, reason);
        });
    }

    private String target(String id, String secret) {
        return ingestUrl.get() + "/" + id + "/" + secret;
    }

    Optional<LiveStream> find(String channel, String id) {
        return origin.current(channel).filter(stream -> stream.id().equals(id));
    }

    private static List<TrackPlan> plans(SourceFormat source, List<Rendition> renditions) {
        List<TrackPlan> plans = new ArrayList<>();
        double chunk = Timing.videoChunkSeconds(source.framesPerSecond());
        renditions.forEach(each ->
                plans.add(new TrackPlan(each.name(), chunk, each.peakBitsPerSecond(), source.framesPerSecond())));
        plans.add(new TrackPlan(TrackPlan.AUDIO, Timing.audioChunkSeconds(), Timing.AUDIO_PEAK_BITS_PER_SECOND, 0));
        return plans;
    }
}
