package dev.vitrine.rooms.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.model.EventType;
import dev.vitrine.platform.event.EventRouter;
import dev.vitrine.rooms.control.CountSocketViewers;
import dev.vitrine.rooms.control.EndAbandonedRoom;
import dev.vitrine.rooms.control.OpenReplay;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Takes the events that the registry subscribes rooms to, one record at a time.
public class OnEvent {
    private final EventRouter router;

    OnEvent(EndAbandonedRoom endAbandonedRoom, OpenReplay openReplay, CountSocketViewers countSocketViewers) {
        router = EventRouter.of("rooms")
                .on(
                        EventType.ROOM_INTERRUPTED,
                        data -> EventData.instant(data, "since"),
                        (event, since) -> endAbandonedRoom.run(EventData.roomId(event), since))
                .on(
                        EventType.MEDIA_REPLAY_RENDERED,
                        EventData::replayRendered,
                        (event, rendered) -> openReplay.run(rendered))
                .on(
                        EventType.CHAT_VIEWERS_COUNTED,
                        data -> EventData.count(data, "viewers"),
                        (event, viewers) -> countSocketViewers.run(EventData.roomId(event), viewers, event.time()));
    }

    @Funq("rooms-on-event")
    public Uni<Void> take(SQSMessage message) {
        return router.take(message);
    }
}
