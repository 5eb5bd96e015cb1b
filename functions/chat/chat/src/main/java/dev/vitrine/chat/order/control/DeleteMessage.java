package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Known;
import dev.vitrine.chat.order.entity.Reason;
import dev.vitrine.chat.replay.control.WriteReplays;
import dev.vitrine.chat.store.RoomLog;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;

/// Takes a message away: from screens by its item, from the history and the replay. A message that is not
/// in the history yet is found in the log; the history then takes it as deleted.
@ApplicationScoped
public class DeleteMessage {
    private final KeepOrder order;
    private final MessageTable messages;
    private final RoomTable rooms;
    private final RoomLog log;
    private final WriteReplays replays;

    DeleteMessage(KeepOrder order, MessageTable messages, RoomTable rooms, RoomLog log, WriteReplays replays) {
        this.order = order;
        this.messages = messages;
        this.rooms = rooms;
        this.log = log;
        this.replays = replays;
    }

    /// Twice is audited twice, and changes nothing the second time.
    public Uni<Void> run(RoomId room, Actor actor, long seq, Reason reason) {
        return order.act(room, actor, acting -> whose(acting, seq)
                        .chain(known -> messages.delete(acting.sql(), room, seq, acting.now())
                                .chain(() -> rooms.staleReplay(acting.sql(), room))
                                .chain(() -> acting.audit(
                                        Act.DELETE_MESSAGE,
                                        Optional.of(known),
                                        OptionalLong.of(seq),
                                        Optional.of(reason.value()),
                                        Optional.empty()))
                                .chain(() -> acting.tell(new Item.MessageDeleted(acting.now(), seq)))))
                .call(() -> replays.soon(room));
    }

    private Uni<Known> whose(Acting acting, long seq) {
        return messages.owner(acting.sql(), acting.room().id(), seq)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom()
                                .item(found.map(owner -> new Known(owner.viewer(), owner.subject(), "", owner.role())))
                        : inLog(acting, seq))
                .map(found -> found.orElseThrow(() -> new ChatRefusal.NotFound("message in this room")));
    }

    private Uni<Optional<Known>> inLog(Acting acting, long seq) {
        return log.latest(acting.room().id()).map(entries -> entries.stream()
                .filter(entry -> entry.seq() == seq && entry.numbered().item() instanceof Item.Danmaku)
                .findFirst()
                .map(entry -> {
                    var by = ((Item.Danmaku) entry.numbered().item()).by();
                    return new Known(by.viewer(), entry.subject().orElseThrow(), by.name(), by.role());
                }));
    }
}
