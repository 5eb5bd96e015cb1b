package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.order.entity.Known;
import dev.vitrine.chat.order.store.PeopleTable;
import dev.vitrine.chat.store.RoomLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Finds whom a pseudonym stands for, in the history or, for somebody who has just spoken for the first
/// time, in the log.
@ApplicationScoped
class FindPerson {
    private final PeopleTable people;
    private final RoomLog log;

    FindPerson(PeopleTable people, RoomLog log) {
        this.people = people;
        this.log = log;
    }

    /// @return with the role of now; fails with `NotFound` when the room never heard them
    Uni<Known> run(Acting acting, Viewer viewer) {
        return people.find(acting.sql(), acting.room().id(), viewer)
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : inLog(acting, viewer))
                .map(found -> found.orElseThrow(() -> new ChatRefusal.NotFound("viewer in this room")))
                .chain(known -> people.moderates(acting.sql(), acting.room().id(), known.subject())
                        .map(appointed -> now(acting, known, appointed)));
    }

    private Uni<Optional<Known>> inLog(Acting acting, Viewer viewer) {
        return log.latest(acting.room().id())
                .map(entries -> entries.stream()
                        .flatMap(entry -> speaker(entry).stream())
                        .filter(known -> known.viewer().equals(viewer))
                        .findFirst())
                .call(found -> found.map(
                                known -> people.meet(acting.sql(), acting.room().id(), known, acting.now()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Optional<Known> speaker(Logged entry) {
        return entry.numbered().item() instanceof Item.Danmaku danmaku
                ? entry.subject()
                        .map(subject -> new Known(
                                danmaku.by().viewer(),
                                subject,
                                danmaku.by().name(),
                                danmaku.by().role()))
                : Optional.empty();
    }

    /// Operators are known by what they said: their role is in their token alone.
    private static Known now(Acting acting, Known known, boolean appointed) {
        Role role = known.role();
        if (role != Role.OPERATOR) {
            role = known.subject().equals(acting.room().streamer())
                    ? Role.STREAMER
                    : appointed ? Role.MODERATOR : Role.VIEWER;
        }
        return new Known(known.viewer(), known.subject(), known.name(), role);
    }
}
