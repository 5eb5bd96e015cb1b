package dev.vitrine.media.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.vitrine.media.control.TellReplayRendered;
import dev.vitrine.model.ReplayRendered;
import dev.vitrine.pipeline.JobNotifications;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/// Queue event: the rendering service reports how a job ended.
///
/// `ReplayRendered` is registered for native executables: Jackson makes the event's data of it, through accessors that
/// no code calls, and its own module knows nothing of Quarkus.
@RegisterForReflection(targets = ReplayRendered.class)
public class OnJobEvent {
    private static final Logger LOG = Logger.getLogger(OnJobEvent.class);

    private final JobNotifications notifications;
    private final TellReplayRendered tellReplayRendered;

    OnJobEvent(JobNotifications notifications, TellReplayRendered tellReplayRendered) {
        this.notifications = notifications;
        this.tellReplayRendered = tellReplayRendered;
    }

    /// A message that cannot be read or told fails alone, is delivered again and ends in the dead-letter queue.
    @Funq("media-on-job-event")
    public Uni<Void> jobEvent(SQSEvent.SQSMessage message) {
        return Uni.createFrom()
                .deferred(() -> tellReplayRendered.tell(notifications.read(message.getBody())))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "message %s failed", message.getMessageId()));
    }
}
