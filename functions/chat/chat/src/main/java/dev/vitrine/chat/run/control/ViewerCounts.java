package dev.vitrine.chat.run.control;

import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/// Port to the rest of the house: tells how many viewers a room has. One that is lost is made good by the next.
interface ViewerCounts {
    Uni<Void> tell(RoomId room, int viewers, Instant countedAt);
}
