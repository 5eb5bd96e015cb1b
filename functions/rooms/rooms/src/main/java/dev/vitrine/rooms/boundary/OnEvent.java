package dev.vitrine.rooms.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.event.QueueRecord;
import dev.vitrine.rooms.control.CountSocketViewers;
import dev.vitrine.rooms.control.EndAbandonedRoom;
import dev.vitrine.rooms.control.OpenReplay;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Takes the events that the registry subscribes rooms to, one record at a time.
public class OnEvent {
    private final EndAbandonedRoom endAbandonedRoom;
    private final OpenReplay openReplay;
    private final CountSocketViewers countSocketViewers;

    OnEvent(EndAbandonedRoom endAbandonedRoom, OpenReplay openReplay, CountSocketViewers countSocketViewers) {
        this.endAbandonedRoom = endAbandonedRoom;
        this.openReplay = openReplay;
        this.countSocketViewers = countSocketViewers;
    }

    @Funq("rooms-on-event")
    public Uni<Void> take(SQSMessage message) {
        return QueueRecord.take(message, body -> take(CloudEventJson.read(body)));
    }

    private Uni<Void> take(CloudEvent event) {
        if (event.type().equals(EventType.ROOM_INTERRUPTED)) {
            return endAbandonedRoom.run(EventData.roomId(event), EventData.instant(event, "since"));
        }
        if (event.type().equals(EventType.MEDIA_REPLAY_RENDERED)) {
            return openReplay.run(EventData.replayRendered(event));
        }
        if (event.type().equals(EventType.CHAT_VIEWERS_COUNTED)) {
            return countSocketViewers.run(EventData.roomId(event), EventData.count(event, "viewers"), event.time());
        }
        throw new InvalidValue("type", "is not one that rooms subscribe to: " + event.type());
    }
}
