package dev.vitrine.rooms.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.chat.event.ViewersCounted;
import dev.vitrine.media.event.ReplayRendered;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.EventRouter;
import dev.vitrine.rooms.control.CountSocketViewers;
import dev.vitrine.rooms.control.EndAbandonedRoom;
import dev.vitrine.rooms.control.OpenReplay;
import dev.vitrine.rooms.event.RoomInterrupted;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Takes the events that the registry subscribes rooms to, one record at a time.
public class OnEvent {
    private final EventRouter router;

    OnEvent(EndAbandonedRoom endAbandonedRoom, OpenReplay openReplay, CountSocketViewers countSocketViewers) {
        router = EventRouter.of("rooms")
                .on(
                        RoomInterrupted.TYPE,
                        RoomInterrupted::of,
                        (event, room) -> endAbandonedRoom.run(room.roomId(), room.since()))
                .on(ReplayRendered.TYPE, ReplayRendered::of, (event, rendered) -> openReplay.run(rendered))
                .on(
                        ViewersCounted.TYPE,
                        ViewersCounted::of,
                        (event, counted) ->
                                countSocketViewers.run(RoomId.parse(event.subject()), counted.viewers(), event.time()));
    }

    @Funq("rooms-on-event")
    public Uni<Void> take(SQSMessage message) {
        return router.take(message);
    }
}
