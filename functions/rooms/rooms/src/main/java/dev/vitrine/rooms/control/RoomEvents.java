package dev.vitrine.rooms.control;

import dev.vitrine.event.EventData;
import dev.vitrine.model.Ids;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomFact;
import dev.vitrine.rooms.event.RoomCancelled;
import dev.vitrine.rooms.event.RoomEnded;
import dev.vitrine.rooms.event.RoomInterrupted;
import dev.vitrine.rooms.event.RoomPrepared;
import dev.vitrine.rooms.event.RoomReplayReady;
import dev.vitrine.rooms.event.RoomScheduled;
import dev.vitrine.rooms.event.RoomWentLive;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Words a fact as the event that others read.
@ApplicationScoped
class RoomEvents {
    private static final String SOURCE = "/rooms";

    private final Ids ids;
    private final InstantSource clock;

    RoomEvents(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    CloudEvent of(Room room, RoomFact fact) {
        return CloudEvent.of(ids.next(), SOURCE, room.id().toString(), time(room, fact), data(room, fact));
    }

    private Instant time(Room room, RoomFact fact) {
        return switch (fact) {
            case RoomFact.Scheduled _ -> room.createdAt();
            case RoomFact.WentLive(var at, var resumed) -> at;
            case RoomFact.Interrupted(var since) -> since;
            case RoomFact.Ended(var at) -> at;
            case RoomFact.Cancelled(var at) -> at;
            case RoomFact.Prepared _, RoomFact.ReplayOpened _ -> clock.instant();
        };
    }

    private static EventData data(Room room, RoomFact fact) {
        var id = room.id();
        var streamer = room.streamer();
        var title = room.title();
        var kind = room.kind().name();
        Optional<String> channel = room.channel().map(prepared -> prepared.ref().value());
        return switch (fact) {
            case RoomFact.Scheduled _ ->
                new RoomScheduled(id, streamer.id(), streamer.name(), title, kind, channel, room.startsAt());
            case RoomFact.Prepared _ -> new RoomPrepared(id, streamer.id(), streamer.name(), title, kind, channel);
            case RoomFact.WentLive(var at, var resumed) ->
                new RoomWentLive(id, streamer.id(), streamer.name(), title, kind, channel, resumed);
            case RoomFact.Interrupted(var since) ->
                new RoomInterrupted(id, streamer.id(), streamer.name(), title, kind, channel, since);
            case RoomFact.Ended _ ->
                new RoomEnded(id, streamer.id(), streamer.name(), title, kind, channel, room.peakViewers());
            case RoomFact.ReplayOpened(var replay) ->
                new RoomReplayReady(id, streamer.id(), streamer.name(), title, kind, channel, replay.durationMillis());
            case RoomFact.Cancelled _ -> new RoomCancelled(id, streamer.id(), streamer.name(), title, kind, channel);
        };
    }
}
