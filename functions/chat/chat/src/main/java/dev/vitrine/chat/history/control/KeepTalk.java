package dev.vitrine.chat.history.control;

import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.history.store.ItemTable;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.history.store.SetAsideTable;
import dev.vitrine.chat.run.control.TalkHistory;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.platform.sql.RefusedRow;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Keeps what was said. What comes after the replay was written has it written again.
///
/// A row that the database refuses for what is in it is found by halving and set aside, so that it holds up
/// no other. Any other failure is told: who keeps the log tries again.
@ApplicationScoped
class KeepTalk implements TalkHistory {
    private static final Logger LOG = Logger.getLogger(KeepTalk.class);

    private final Database database;
    private final MessageTable messages;
    private final ItemTable items;
    private final RoomTable rooms;
    private final SetAsideTable setAside;

    KeepTalk(Database database, MessageTable messages, ItemTable items, RoomTable rooms, SetAsideTable setAside) {
        this.database = database;
        this.messages = messages;
        this.items = items;
        this.rooms = rooms;
        this.setAside = setAside;
    }

    @Override
    public Uni<Void> keep(RoomId room, List<Said> said, List<KeptItem> shown) {
        return keep(room, new Unkept(said, shown));
    }

    private Uni<Void> keep(RoomId room, Unkept talk) {
        return database.transaction(sql -> write(sql, room, talk))
                .onFailure(RefusedRow::is)
                .recoverWithUni(refused -> talk.size() == 1
                        ? setAside(room, talk, refused)
                        : keep(room, talk.firstHalf()).chain(() -> keep(room, talk.secondHalf())));
    }

    private Uni<Void> write(Statements sql, RoomId room, Unkept talk) {
        var said = talk.said().isEmpty() ? Uni.createFrom().voidItem() : messages.keep(sql, room, talk.said());
        return said.chain(() ->
                        talk.shown().isEmpty() ? Uni.createFrom().voidItem() : items.keep(sql, room, talk.shown()))
                .chain(() -> rooms.staleReplay(sql, room));
    }

    /// @param talk one row
    private Uni<Void> setAside(RoomId room, Unkept talk, Throwable refused) {
        var state = RefusedRow.state(refused).orElseThrow();
        LOG.errorf("a row of room %s was set aside, the database refused it with %s", room, state);
        return talk.said().isEmpty()
                ? setAside.add(database.statements(), room, talk.shown().getFirst(), state)
                : setAside.add(database.statements(), room, talk.said().getFirst(), state);
    }
}
