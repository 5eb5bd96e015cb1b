package dev.vitrine.rooms.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.pipeline.StreamNotifications;
import dev.vitrine.platform.event.QueueRecord;
import dev.vitrine.rooms.control.ApplyStreamEvent;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Takes the provider's notifications, one record at a time. A record that fails comes again, and after its last
/// chance goes to the dead-letter queue; the others of its batch are done.
public class OnStreamEvent {
    private final StreamNotifications notifications;
    private final ApplyStreamEvent applyStreamEvent;

    OnStreamEvent(StreamNotifications notifications, ApplyStreamEvent applyStreamEvent) {
        this.notifications = notifications;
        this.applyStreamEvent = applyStreamEvent;
    }

    @Funq("rooms-on-stream-event")
    public Uni<Void> take(SQSMessage message) {
        return QueueRecord.take(
                message,
                body -> notifications.read(body).map(applyStreamEvent::run).orElseGet(() -> Uni.createFrom()
                        .voidItem()));
    }
}
