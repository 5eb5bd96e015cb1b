package dev.vitrine.chat.run.control;

import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Port to what lasts: keeps what was said, and what else the replay shows, once however often it is told.
public interface TalkHistory {
    Uni<Void> keep(RoomId room, List<Said> said, List<KeptItem> shown);
}
