package dev.vitrine.chat.history.control;

import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.run.control.TalkHistory;
import dev.vitrine.chat.store.Lasting;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Keeps what was said. What comes after the replay was written has it written again.
@ApplicationScoped
class KeepTalk implements TalkHistory {
    private final Lasting lasting;
    private final MessageTable messages;
    private final RoomTable rooms;

    KeepTalk(Lasting lasting, MessageTable messages, RoomTable rooms) {
        this.lasting = lasting;
        this.messages = messages;
        this.rooms = rooms;
    }

    @Override
    public Uni<Void> keep(RoomId room, List<Said> said) {
        return said.isEmpty()
                ? Uni.createFrom().voidItem()
                : lasting.transaction(sql -> messages.keep(sql, room, said).call(() -> rooms.staleReplay(sql, room)));
    }
}
