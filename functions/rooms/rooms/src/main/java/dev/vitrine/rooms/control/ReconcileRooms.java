package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.pipeline.ChannelState.OnAir;
import dev.vitrine.pipeline.MediaProvider;
import dev.vitrine.platform.hibernate.Transactions;
import dev.vitrine.rooms.store.RoomsToHeal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Compares rooms with what the provider says is on air. A notification that was lost heals within a minute.
@ApplicationScoped
class ReconcileRooms {
    private final MediaProvider provider;
    private final Transactions transactions;
    private final RoomsToHeal toHeal;
    private final HealRoom healRoom;
    private final EndChannel endChannel;
    private final RoomsConfig config;
    private final InstantSource clock;

    ReconcileRooms(
            MediaProvider provider,
            Transactions transactions,
            RoomsToHeal toHeal,
            HealRoom healRoom,
            EndChannel endChannel,
            RoomsConfig config,
            InstantSource clock) {
        this.provider = provider;
        this.transactions = transactions;
        this.toHeal = toHeal;
        this.healRoom = healRoom;
        this.endChannel = endChannel;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> run() {
        return Uni.createFrom().deferred(() -> {
            var askedAt = clock.instant();
            return provider.onAir().chain(onAir -> openRooms(onAir, askedAt).chain(() -> overRooms(askedAt)));
        });
    }

    private Uni<Void> openRooms(Map<ChannelRef, OnAir> onAir, Instant askedAt) {
        return transactions
                .read(session -> toHeal.open(session, config.healBatch()))
                .chain(open -> each(open, id -> heal(id, onAir, askedAt)));
    }

    private Uni<Void> heal(RoomId id, Map<ChannelRef, OnAir> onAir, Instant askedAt) {
        return healRoom.run(id, askedAt, channel -> Optional.ofNullable(onAir.get(channel.ref())));
    }

    /// Ending is idempotent, so rooms without a replay are simply ended again: that disconnects a push the
    /// provider kept, and completes a recording that it did not.
    private Uni<Void> overRooms(Instant askedAt) {
        var settled = askedAt.minus(config.healSettling());
        var tooOld = askedAt.minus(config.replayPatience());
        return transactions
                .read(session -> toHeal.withoutReplay(session, tooOld, settled, config.healBatch()))
                .chain(over -> each(over, endChannel::run));
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
