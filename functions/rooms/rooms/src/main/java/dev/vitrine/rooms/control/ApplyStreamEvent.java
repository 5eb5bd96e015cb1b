package dev.vitrine.rooms.control;

import dev.vitrine.pipeline.StreamEvent;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.platform.hibernate.UnitOfWork;
import dev.vitrine.rooms.entity.Move;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomState;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Turns what the provider reports into room states. A repeated, late or reordered report changes nothing: a room's
/// moves judge it by the stream's name and time, so that no table of seen reports is needed.
@ApplicationScoped
public class ApplyStreamEvent {
    private static final Logger LOG = Logger.getLogger(ApplyStreamEvent.class);

    private final Changes changes;
    private final RoomChanges roomChanges;
    private final Rooms rooms;
    private final TakeCover takeCover;
    private final EndChannel endChannel;

    ApplyStreamEvent(
            Changes changes, RoomChanges roomChanges, Rooms rooms, TakeCover takeCover, EndChannel endChannel) {
        this.changes = changes;
        this.roomChanges = roomChanges;
        this.rooms = rooms;
        this.takeCover = takeCover;
        this.endChannel = endChannel;
    }

    public Uni<Void> run(StreamEvent event) {
        return changes.run(work -> rooms.locked(work.session(), event.channel())
                        .chain(found -> found.isEmpty() ? unknown(event) : apply(work, found.get(), event)))
                .chain(room -> room == null ? Uni.createFrom().voidItem() : follow(room, event));
    }

    private Uni<Room> apply(UnitOfWork work, Room room, StreamEvent event) {
        return switch (event) {
            case StreamEvent.Started started ->
                roomChanges.move(work, room, new Move.StreamStarted(started.stream(), started.at()));
            case StreamEvent.Stopped stopped ->
                roomChanges.move(work, room, new Move.StreamStopped(stopped.stream(), stopped.at()));
            case StreamEvent.ViewersCounted counted ->
                Uni.createFrom().item(room).invoke(held -> held.countViewers(counted.viewers(), counted.at()));
        };
    }

    /// A stream that came on air wants a cover; one in a room that is over wants an end.
    private Uni<Void> follow(Room room, StreamEvent event) {
        return switch (event) {
            case StreamEvent.Started _ ->
                switch (room.state()) {
                    case RoomState.Live _ -> takeCover.run(room);
                    case RoomState.Ended _, RoomState.ReplayReady _, RoomState.Cancelled _ -> endChannel.run(room);
                    case RoomState.Scheduled _, RoomState.Ready _, RoomState.Interrupted _ ->
                        Uni.createFrom().voidItem();
                };
            case StreamEvent.Stopped _, StreamEvent.ViewersCounted _ ->
                Uni.createFrom().voidItem();
        };
    }

    private static Uni<Room> unknown(StreamEvent event) {
        LOG.warnf("no room has channel %s; notification %s is dropped", event.channel(), event.id());
        return Uni.createFrom().nullItem();
    }
}
