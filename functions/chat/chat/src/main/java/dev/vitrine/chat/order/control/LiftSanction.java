package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Known;
import dev.vitrine.chat.order.store.SanctionTable;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;

/// Lets somebody talk again. Where nothing is in force nothing happens. What a ban took away stays away.
@ApplicationScoped
public class LiftSanction {
    private final KeepOrder order;
    private final FindPerson findPerson;
    private final SanctionTable sanctions;

    LiftSanction(KeepOrder order, FindPerson findPerson, SanctionTable sanctions) {
        this.order = order;
        this.findPerson = findPerson;
        this.sanctions = sanctions;
    }

    public Uni<Void> run(RoomId room, Actor actor, Viewer viewer) {
        return order.act(room, actor, acting -> findPerson.run(acting, viewer).chain(known -> sanctions
                .lift(acting.sql(), room, known.subject(), acting.now())
                .chain(lifted ->
                        lifted ? lifted(acting, known) : Uni.createFrom().voidItem())));
    }

    private static Uni<Void> lifted(Acting acting, Known known) {
        return acting.audit(Act.LIFT, Optional.of(known), OptionalLong.empty(), Optional.empty(), Optional.empty())
                .chain(() -> acting.tell(new Item.SanctionLifted(acting.now(), known.viewer())));
    }
}
