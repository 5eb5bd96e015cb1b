package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.chat.order.entity.Known;
import dev.vitrine.chat.order.store.ActTable;
import dev.vitrine.model.Ids;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// An act of somebody who keeps order, inside its transaction: what it changes, what the audit says of it,
/// and what readers will hear commit together.
public record Acting(
        Statements sql,
        RoomRecord room,
        Actor actor,
        Role role,
        Instant now,
        Ids ids,
        ActTable acts,
        UnsentTable unsent) {

    public Uni<Void> audit(
            Act act, Optional<Known> whom, OptionalLong message, Optional<String> reason, Optional<String> detail) {
        return acts.add(
                sql,
                Optional.of(room.id()),
                actor,
                audited(act, whom.map(Known::viewer), message, reason, detail),
                whom.map(Known::subject));
    }

    private Audited audited(
            Act act, Optional<Viewer> viewer, OptionalLong message, Optional<String> reason, Optional<String> detail) {
        return new Audited(ids.next(), now, actor.name(), act, viewer, message, reason, detail);
    }

    Uni<Void> tell(Item item) {
        return unsent.add(sql, room.id(), item);
    }
}
