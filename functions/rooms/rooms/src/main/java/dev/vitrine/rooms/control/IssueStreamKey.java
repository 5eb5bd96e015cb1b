package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.pipeline.Channel;
import dev.vitrine.pipeline.IngestCredentials;
import dev.vitrine.pipeline.MediaProvider;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.platform.hibernate.Transactions;
import dev.vitrine.platform.hibernate.UnitOfWork;
import dev.vitrine.platform.sql.Repeatable;
import dev.vitrine.rooms.entity.Actor;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.StreamKeyHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Issues the key to push with, or a new one in place of the old.
///
/// The provider is asked while the room's row is held: two rotations at once would otherwise leave the hash
/// of one key and the other key at the provider. The provider's own time limits bound how long that lasts.
/// When it does not answer nothing has changed: the room keeps its state and its key.
@ApplicationScoped
public class IssueStreamKey {
    private final Changes changes;
    private final RoomChanges roomChanges;
    private final MediaProvider provider;

    IssueStreamKey(Changes changes, RoomChanges roomChanges, MediaProvider provider) {
        this.changes = changes;
        this.roomChanges = roomChanges;
        this.provider = provider;
    }

    public <A> Uni<A> run(RoomId id, Actor actor, Repeatable<IngestCredentials, A> request) {
        return changes.run(work -> request.once(work, () -> issue(work, id, actor)));
    }

    private Uni<IngestCredentials> issue(UnitOfWork work, RoomId id, Actor actor) {
        return roomChanges.held(work, id, actor).invoke(Room::requireKeyAllowed).chain(room -> Transactions.outside(
                        () -> rotate(room))
                .call(issued -> roomChanges.tell(
                        work,
                        room,
                        room.useKey(
                                issued.channel(),
                                StreamKeyHash.of(issued.credentials().streamKey()))))
                .map(Issued::credentials));
    }

    private Uni<Issued> rotate(Room room) {
        return provider.prepare(room.id().toString())
                .chain(channel -> provider.rotateKey(channel.ref()).map(key -> new Issued(channel, key)));
    }

    private record Issued(Channel channel, IngestCredentials credentials) {}
}
