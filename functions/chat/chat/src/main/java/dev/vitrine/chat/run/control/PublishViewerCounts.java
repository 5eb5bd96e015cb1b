package dev.vitrine.chat.run.control;

import dev.vitrine.chat.event.ViewersCounted;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
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
                ViewersCounted.TYPE,
                SOURCE,
                room.toString(),
                countedAt,
                new ViewersCounted(viewers).json()));
    }
}
