package dev.vitrine.chat.events.boundary;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.ShowState;
import dev.vitrine.chat.events.control.TakeEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.event.QueueRecord;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/// Takes the events that the registry subscribes chat to, one record at a time.
public class OnEvent {
    private static final Map<EventType, ShowState> STATES = Map.of(
            EventType.ROOM_SCHEDULED, ShowState.SCHEDULED,
            EventType.ROOM_PREPARED, ShowState.READY,
            EventType.ROOM_WENT_LIVE, ShowState.LIVE,
            EventType.ROOM_INTERRUPTED, ShowState.INTERRUPTED,
            EventType.ROOM_ENDED, ShowState.ENDED,
            EventType.ROOM_REPLAY_READY, ShowState.REPLAY_READY,
            EventType.ROOM_CANCELLED, ShowState.CANCELLED);

    private final TakeEvent takeEvent;

    OnEvent(TakeEvent takeEvent) {
        this.takeEvent = takeEvent;
    }

    @Funq("chat-on-event")
    public Uni<Void> take(SQSMessage message) {
        return QueueRecord.take(message, body -> take(CloudEventJson.read(body)));
    }

    private Uni<Void> take(CloudEvent event) {
        var state = STATES.get(event.type());
        if (state != null) {
            return takeEvent.show(told(event, state));
        }
        if (event.type().equals(EventType.MEDIA_REPLAY_RENDERED)) {
            return takeEvent.rendered(EventData.text(event, "channel"), EventData.clips(event));
        }
        if (event.type().equals(EventType.PROFILE_FOLLOWED) || event.type().equals(EventType.PROFILE_UNFOLLOWED)) {
            return takeEvent.follows(
                    EventData.text(event, "streamerId"),
                    EventData.text(event, "viewerId"),
                    event.type().equals(EventType.PROFILE_FOLLOWED));
        }
        var kind = ShownEvents.KINDS.get(event.type().value());
        if (kind != null) {
            return takeEvent.item(
                    event.id(),
                    RoomId.parse(EventData.text(event, "roomId")),
                    new Item.Priority(event.time(), kind, event.data().toString()));
        }
        throw new InvalidValue("type", "is not one that chat subscribes to: " + event.type());
    }

    private static TakeEvent.Told told(CloudEvent event, ShowState state) {
        return new TakeEvent.Told(
                event.id(),
                RoomId.parse(event.subject()),
                EventData.text(event, "streamerId"),
                state,
                event.time(),
                Optional.ofNullable(event.data().path("channel").textValue()),
                shown(state).map(shown -> new Item.Show(event.time(), shown)));
    }

    private static Optional<Item.Show.Event> shown(ShowState state) {
        return switch (state) {
            case SCHEDULED, READY -> Optional.empty();
            case LIVE -> Optional.of(Item.Show.Event.LIVE);
            case INTERRUPTED -> Optional.of(Item.Show.Event.INTERRUPTED);
            case ENDED -> Optional.of(Item.Show.Event.ENDED);
            case REPLAY_READY -> Optional.of(Item.Show.Event.REPLAY_READY);
            case CANCELLED -> Optional.of(Item.Show.Event.CANCELLED);
        };
    }
}
