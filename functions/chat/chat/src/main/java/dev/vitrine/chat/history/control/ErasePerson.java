package dev.vitrine.chat.history.control;

import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.event.PersonErased;
import dev.vitrine.chat.facts.store.RoomFacts;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.history.store.ErasureTable;
import dev.vitrine.chat.history.store.MessageTable.Erased;
import dev.vitrine.chat.order.store.ActTable;
import dev.vitrine.chat.run.store.LeftRooms;
import dev.vitrine.chat.socket.store.Sockets;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/// Erases a person: what they said, who they were in rooms, whom they follow, their open sockets. What
/// has to stay of them, a sanction in force and the audit of what they did, stays without name and
/// words (docs/decisions, the road of a removal).
///
/// Twice is as once; answers each time.
@ApplicationScoped
public class ErasePerson {
    private static final String SOURCE = "/chat";

    private final EraseMessages eraseMessages;
    private final ErasureTable erasures;
    private final ActTable acts;
    private final UnsentTable unsent;
    private final RoomFacts facts;
    private final Sockets sockets;
    private final LeftRooms left;
    private final Pseudonyms pseudonyms;
    private final EventBus events;
    private final Ids ids;
    private final InstantSource clock;

    ErasePerson(
            EraseMessages eraseMessages,
            ErasureTable erasures,
            ActTable acts,
            UnsentTable unsent,
            RoomFacts facts,
            Sockets sockets,
            LeftRooms left,
            Pseudonyms pseudonyms,
            EventBus events,
            Ids ids,
            InstantSource clock) {
        this.eraseMessages = eraseMessages;
        this.erasures = erasures;
        this.acts = acts;
        this.unsent = unsent;
        this.facts = facts;
        this.sockets = sockets;
        this.left = left;
        this.pseudonyms = pseudonyms;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Void> run(UUID request, String subject) {
        return left.active(clock.instant())
                .chain(active -> eraseMessages
                        .erase(subject, (sql, erased, now) -> fromRecord(sql, request, subject, erased, active, now))
                        .chain(() -> facts.forgetFollowing(subject))
                        .chain(() -> EraseMessages.each(active, room -> fromRoom(room, subject))))
                .chain(() -> events.publish(CloudEvent.of(
                        ids.next(), SOURCE, request.toString(), clock.instant(), new PersonErased(request))));
    }

    private Uni<Void> fromRecord(
            Statements sql, UUID request, String subject, List<Erased> erased, List<RoomId> active, Instant now) {
        var person = pseudonyms.ofHouse(subject);
        var seen = new LinkedHashSet<>(active);
        erased.forEach(each -> seen.add(each.room()));
        return erasures.forgetOffices(sql, subject, now)
                .chain(() -> erasures.forgetPerson(sql, subject, now))
                .chain(() -> acts.forgetActor(sql, subject, person))
                .chain(() -> erasures.nameless(sql, List.copyOf(seen), room -> pseudonyms.of(room, subject), now))
                .chain(() -> unsent.take(sql, request, now))
                .chain(first -> first
                        ? eraseMessages.byThemselves(sql, person, now)
                        : Uni.createFrom().voidItem());
    }

    /// Whoever still sits at one of their sockets reads on as a guest.
    private Uni<Void> fromRoom(RoomId room, String subject) {
        return facts.forgetPerson(room, subject).chain(connections -> EraseMessages.each(connections, sockets::close));
    }
}
