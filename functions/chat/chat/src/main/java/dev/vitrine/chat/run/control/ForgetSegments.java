package dev.vitrine.chat.run.control;

import dev.vitrine.chat.control.ChatConfig;
import dev.vitrine.chat.run.entity.Slots;
import dev.vitrine.chat.run.store.LeftRooms;
import dev.vitrine.chat.run.store.RoomRuns;
import dev.vitrine.chat.run.store.SegmentObjects;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Deletes the last segments of rooms that went back to lane A, or whose runner died: while one writes
/// segments, it deletes the old ones itself.
@ApplicationScoped
public class ForgetSegments {
    private static final int SIDE_BY_SIDE = 8;

    private final LeftRooms rooms;
    private final RoomRuns runs;
    private final SegmentObjects objects;
    private final ChatConfig config;

    ForgetSegments(LeftRooms rooms, RoomRuns runs, SegmentObjects objects, ChatConfig config) {
        this.rooms = rooms;
        this.runs = runs;
        this.objects = objects;
        this.config = config;
    }

    public Uni<Void> run(Instant now) {
        long before = new Slots(config.slot()).at(now.minus(SegmentObjects.LIVES));
        return rooms.active(now).chain(active -> Multi.createFrom()
                .iterable(active)
                .onItem()
                .transformToUni(room -> forget(room, before))
                .merge(SIDE_BY_SIDE)
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private Uni<Void> forget(RoomId room, long before) {
        return runs.outdated(room, before)
                .chain(old -> old.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .item(() -> {
                                    old.forEach(slot -> objects.delete(room, slot.number()));
                                    return old.size();
                                })
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                                .chain(() -> runs.forgetSegments(room, before)));
    }
}
