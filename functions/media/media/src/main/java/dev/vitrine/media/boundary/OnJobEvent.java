package dev.vitrine.media.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.vitrine.media.control.TellReplayRendered;
import dev.vitrine.pipeline.JobNotifications;
import dev.vitrine.platform.event.QueueRecord;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Queue event: the rendering service reports how a job ended.
public class OnJobEvent {
    private final JobNotifications notifications;
    private final TellReplayRendered tellReplayRendered;

    OnJobEvent(JobNotifications notifications, TellReplayRendered tellReplayRendered) {
        this.notifications = notifications;
        this.tellReplayRendered = tellReplayRendered;
    }

    /// A message that cannot be read or told fails alone, is delivered again and ends in the dead-letter queue.
    @Funq("media-on-job-event")
    public Uni<Void> jobEvent(SQSEvent.SQSMessage message) {
        return QueueRecord.take(message, body -> tellReplayRendered.tell(notifications.read(body)));
    }
}
