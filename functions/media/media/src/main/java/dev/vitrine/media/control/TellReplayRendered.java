package dev.vitrine.media.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.EventType;
import dev.vitrine.model.ReplayRendered;
import dev.vitrine.pipeline.JobEvent;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import dev.vitrine.platform.json.Json;
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
        var type = EventType.MEDIA_REPLAY_RENDERED;
        var id = UUID.nameUUIDFromBytes((type + " " + rendered.jobId()).getBytes(StandardCharsets.UTF_8));
        var replay = rendered.replay();
        return new CloudEvent(id, type, SOURCE, replay.channel(), clock.instant(), data(replay));
    }

    /// Written by name: a record of the shared model is not registered for reflection in a native executable.
    private static ObjectNode data(ReplayRendered replay) {
        var data = Json.object()
                .put("channel", replay.channel())
                .put("hlsKey", replay.hlsKey())
                .put("dashKey", replay.dashKey())
                .put("mp4Key", replay.mp4Key())
                .put("durationMillis", replay.durationMillis());
        var clips = data.putArray("clips");
        replay.clips().forEach(clip -> clips.addObject()
                .put("onAirAt", clip.onAirAt().toString())
                .put("durationMillis", clip.durationMillis()));
        return data;
    }
}
