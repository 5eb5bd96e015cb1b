package dev.vitrine.media.control;

import dev.vitrine.media.event.ReplayRendered;
import dev.vitrine.pipeline.JobEvent;
import dev.vitrine.pipeline.RenderedReplay;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Tells the house how a rendering job ended.
///
/// A job that is reported twice is told twice under the same event id. A failed job is an alarm: the
/// rendering service has tried as often as it may, and the recording is still there to be rendered again.
@ApplicationScoped
public class TellReplayRendered {
    private static final Logger LOG = Logger.getLogger(TellReplayRendered.class);
    private static final String SOURCE = "/media";

    private final EventBus events;
    private final InstantSource clock;

    TellReplayRendered(EventBus events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    public Uni<Void> tell(JobEvent event) {
        return switch (event) {
            case JobEvent.Rendered rendered -> events.publish(fact(rendered));
            case JobEvent.Failed failed -> {
                LOG.errorf("replay job %s of channel %s failed: %s", failed.jobId(), failed.channel(), failed.reason());
                yield Uni.createFrom().voidItem();
            }
        };
    }

    private CloudEvent fact(JobEvent.Rendered rendered) {
        var id =
                UUID.nameUUIDFromBytes((ReplayRendered.TYPE + " " + rendered.jobId()).getBytes(StandardCharsets.UTF_8));
        var replay = rendered.replay();
        return CloudEvent.of(id, SOURCE, replay.channel(), clock.instant(), data(replay));
    }

    private static ReplayRendered data(RenderedReplay replay) {
        return new ReplayRendered(
                replay.channel(),
                replay.hlsKey(),
                replay.dashKey(),
                replay.mp4Key(),
                replay.durationMillis(),
                replay.clips().stream()
                        .map(clip -> new ReplayRendered.Clip(clip.onAirAt(), clip.durationMillis()))
                        .toList());
    }
}
