package dev.vitrine.chat.run.control;

import dev.vitrine.model.EventType;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Counts as events: rooms show them beside what the live provider counts.
@ApplicationScoped
class PublishViewerCounts implements ViewerCounts {
    private static final String SOURCE = "/chat";

    private final EventBus events;
    private final Ids ids;

    PublishViewerCounts(EventBus events, Ids ids) {
        this.events = events;
        this.ids = ids;
    }

    @Override
    public Uni<Void> tell(RoomId room, int viewers, Instant countedAt) {
        return events.publish(new CloudEvent(
                ids.next(),
                EventType.CHAT_VIEWERS_COUNTED,
                SOURCE,
                room.toString(),
                countedAt,
                Json.object().put("viewers", viewers)));
    }
}
