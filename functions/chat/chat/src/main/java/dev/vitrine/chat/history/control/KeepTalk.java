package dev.vitrine.chat.history.control;

import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.history.store.ItemTable;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.run.control.TalkHistory;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Keeps what was said. What comes after the replay was written has it written again.
@ApplicationScoped
class KeepTalk implements TalkHistory {
    private final Database database;
    private final MessageTable messages;
    private final ItemTable items;
    private final RoomTable rooms;

    KeepTalk(Database database, MessageTable messages, ItemTable items, RoomTable rooms) {
        this.database = database;
        this.messages = messages;
        this.items = items;
        this.rooms = rooms;
    }

    @Override
    public Uni<Void> keep(RoomId room, List<Said> said, List<KeptItem> shown) {
        return database.transaction(sql -> keepSaid(sql, room, said)
                .chain(() -> keepShown(sql, room, shown))
                .chain(() -> rooms.staleReplay(sql, room)));
    }

    private Uni<Void> keepSaid(Statements sql, RoomId room, List<Said> said) {
        return said.isEmpty() ? Uni.createFrom().voidItem() : messages.keep(sql, room, said);
    }

    private Uni<Void> keepShown(Statements sql, RoomId room, List<KeptItem> shown) {
        return shown.isEmpty() ? Uni.createFrom().voidItem() : items.keep(sql, room, shown);
    }
}
