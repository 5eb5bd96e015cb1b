package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.pipeline.Channel;
import dev.vitrine.pipeline.ChannelState.OnAir;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.platform.hibernate.UnitOfWork;
import dev.vitrine.rooms.entity.Move;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomState;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Brings one room to what the provider says of its channel. A state that is younger than the settling time is left
/// alone: the provider may have been asked before it began.
@ApplicationScoped
class HealRoom {
    private final Changes changes;
    private final RoomChanges roomChanges;
    private final Rooms rooms;
    private final TakeCover takeCover;
    private final EndChannel endChannel;
    private final RoomsConfig config;

    HealRoom(
            Changes changes,
            RoomChanges roomChanges,
            Rooms rooms,
            TakeCover takeCover,
            EndChannel endChannel,
            RoomsConfig config) {
        this.changes = changes;
        this.roomChanges = roomChanges;
        this.rooms = rooms;
        this.takeCover = takeCover;
        this.endChannel = endChannel;
        this.config = config;
    }

    Uni<Void> run(RoomId id, Instant askedAt, Function<Channel, Optional<OnAir>> onAir) {
        return changes.run(work -> rooms.locked(work.session(), id)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().nullItem()
                                : heal(
                                        work,
                                        found.get(),
                                        askedAt,
                                        found.get().channel().flatMap(onAir))))
                .chain(room -> room == null ? Uni.createFrom().voidItem() : follow(room));
    }

    private Uni<Room> heal(UnitOfWork work, Room room, Instant askedAt, Optional<OnAir> onAir) {
        return move(room, askedAt, onAir)
                .map(move -> roomChanges.move(work, room, move))
                .orElseGet(() -> Uni.createFrom().item(room))
                .invoke(healed -> onAir.ifPresent(live -> healed.countViewers(live.viewers(), askedAt)));
    }

    private Optional<Move> move(Room room, Instant askedAt, Optional<OnAir> onAir) {
        var settled = askedAt.minus(config.healSettling());
        return switch (room.state()) {
            case RoomState.Ready _ -> onAir.map(HealRoom::found);
            case RoomState.Live(var stream, var since)
            when since.isBefore(settled) ->
                Optional.of(onAir.map(HealRoom::found).orElseGet(() -> new Move.FoundOffAir(askedAt)));
            case RoomState.Interrupted(var last, var since)
            when since.isBefore(settled) -> onAir.map(HealRoom::found).or(() -> abandoned(since, askedAt));
            case RoomState.Live _, RoomState.Interrupted _ -> Optional.empty();
            case RoomState.Scheduled _, RoomState.Ended _, RoomState.ReplayReady _, RoomState.Cancelled _ ->
                Optional.empty();
        };
    }

    private Optional<Move> abandoned(Instant since, Instant askedAt) {
        return since.plus(config.interruptionLimit()).isBefore(askedAt)
                ? Optional.of(new Move.End(askedAt))
                : Optional.empty();
    }

    private Uni<Void> follow(Room room) {
        return switch (room.state()) {
            case RoomState.Live _ -> takeCover.run(room);
            case RoomState.Ended _ -> endChannel.run(room);
            case RoomState.Scheduled _, RoomState.Ready _, RoomState.Interrupted _ ->
                Uni.createFrom().voidItem();
            case RoomState.ReplayReady _, RoomState.Cancelled _ ->
                Uni.createFrom().voidItem();
        };
    }

    private static Move found(OnAir live) {
        return new Move.FoundOnAir(live.stream(), live.since());
    }
}
