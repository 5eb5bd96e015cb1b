package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Known;
import dev.vitrine.chat.order.store.PeopleTable;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes a viewer a moderator, or no moderator any more. The streamer's and operators' to decide.
@ApplicationScoped
public class AppointModerator {
    /// A room that needs more has another problem.
    public static final int MOST = 50;

    private final KeepOrder order;
    private final FindPerson findPerson;
    private final PeopleTable people;

    AppointModerator(KeepOrder order, FindPerson findPerson, PeopleTable people) {
        this.order = order;
        this.findPerson = findPerson;
        this.people = people;
    }

    /// Who keeps order already is left as they are.
    public Uni<Void> appoint(RoomId room, Actor actor, Viewer viewer) {
        return order.act(room, actor, acting -> {
            KeepOrder.requireStreamer(acting);
            return findPerson
                    .run(acting, viewer)
                    .chain(known -> known.role().moderates() ? Uni.createFrom().voidItem() : appointed(acting, known));
        });
    }

    /// Who is none is left as they are.
    public Uni<Void> dismiss(RoomId room, Actor actor, Viewer viewer) {
        return order.act(room, actor, acting -> {
            KeepOrder.requireStreamer(acting);
            return findPerson
                    .run(acting, viewer)
                    .chain(known -> known.role() == Role.MODERATOR
                            ? dismissed(acting, known)
                            : Uni.createFrom().voidItem());
        });
    }

    private Uni<Void> appointed(Acting acting, Known known) {
        var room = acting.room().id();
        return people.countModerators(acting.sql(), room)
                .invoke(count -> {
                    if (count >= MOST) {
                        throw new ChatRefusal.Unfitting("A room has at most " + MOST + " moderators.");
                    }
                })
                .chain(() -> people.appoint(acting.sql(), room, known.subject(), acting.now()))
                .chain(() -> audit(acting, Act.APPOINT, known))
                .chain(() -> acting.tell(new Item.ModeratorAppointed(acting.now(), known.viewer())));
    }

    private Uni<Void> dismissed(Acting acting, Known known) {
        return people.dismiss(acting.sql(), acting.room().id(), known.subject())
                .chain(() -> audit(acting, Act.DISMISS, known))
                .chain(() -> acting.tell(new Item.ModeratorDismissed(acting.now(), known.viewer())));
    }

    private static Uni<Void> audit(Acting acting, Act act, Known known) {
        return acting.audit(act, Optional.of(known), OptionalLong.empty(), Optional.empty(), Optional.empty());
    }
}
