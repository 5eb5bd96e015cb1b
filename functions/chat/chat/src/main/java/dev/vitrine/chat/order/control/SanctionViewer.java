package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Known;
import dev.vitrine.chat.order.entity.Sanction;
import dev.vitrine.chat.order.store.SanctionTable;
import dev.vitrine.chat.replay.control.WriteReplays;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;

/// Mutes for a time, or bans. A ban takes away what was said.
@ApplicationScoped
public class SanctionViewer {
    private final KeepOrder order;
    private final FindPerson findPerson;
    private final SanctionTable sanctions;
    private final MessageTable messages;
    private final RoomTable rooms;
    private final WriteReplays replays;

    SanctionViewer(
            KeepOrder order,
            FindPerson findPerson,
            SanctionTable sanctions,
            MessageTable messages,
            RoomTable rooms,
            WriteReplays replays) {
        this.order = order;
        this.findPerson = findPerson;
        this.sanctions = sanctions;
        this.messages = messages;
        this.rooms = rooms;
        this.replays = replays;
    }

    public Uni<Sanction> run(RoomId room, Actor actor, Viewer viewer, Sanction.Ordered ordered) {
        return order.act(room, actor, acting -> findPerson
                        .run(acting, viewer)
                        .invoke(known -> requireBelow(acting, known))
                        .chain(known -> sanction(acting, known, ordered)))
                .call(sanction -> sanction.kind() == Sanction.Kind.BAN
                        ? replays.soon(room)
                        : Uni.createFrom().voidItem());
    }

    private static void requireBelow(Acting acting, Known known) {
        if (!acting.role().mayAct(known.role())) {
            throw new ChatRefusal.Unfitting("Who keeps order here cannot be sanctioned by a " + acting.role() + ".");
        }
    }

    private Uni<Sanction> sanction(Acting acting, Known known, Sanction.Ordered ordered) {
        var sanction = new Sanction(
                acting.ids().next(),
                known.viewer(),
                known.name(),
                ordered.kind(),
                ordered.length().map(acting.now()::plus),
                ordered.reason(),
                acting.now());
        return sanctions
                .put(acting.sql(), acting.room().id(), known, sanction)
                .chain(() -> switch (sanction.kind()) {
                    case MUTE -> mute(acting, known, sanction);
                    case BAN -> ban(acting, known, sanction);
                })
                .replaceWith(sanction);
    }

    private static Uni<Void> mute(Acting acting, Known known, Sanction sanction) {
        var until = sanction.until().orElseThrow();
        return audit(acting, Act.MUTE, known, sanction, Optional.of("until " + until))
                .chain(() -> acting.tell(new Item.ViewerMuted(acting.now(), known.viewer(), until)));
    }

    private Uni<Void> ban(Acting acting, Known known, Sanction sanction) {
        var room = acting.room().id();
        return messages.deleteAllOf(acting.sql(), room, known.viewer(), acting.now())
                .chain(() -> rooms.staleReplay(acting.sql(), room))
                .chain(() -> audit(acting, Act.BAN, known, sanction, Optional.empty()))
                .chain(() -> acting.tell(new Item.ViewerBanned(acting.now(), known.viewer())));
    }

    private static Uni<Void> audit(Acting acting, Act act, Known known, Sanction sanction, Optional<String> detail) {
        return acting.audit(
                act,
                Optional.of(known),
                OptionalLong.empty(),
                Optional.of(sanction.reason().value()),
                detail);
    }
}
