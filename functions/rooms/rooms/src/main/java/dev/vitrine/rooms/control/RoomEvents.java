package dev.vitrine.rooms.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.EventType;
import dev.vitrine.model.Ids;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.json.Json;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/// Words a fact as the event that others read. The data fields are a contract: the README lists them.
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
        var data = common(room);
        return switch (fact) {
            case RoomFact.Scheduled _ ->
                event(
                        EventType.ROOM_SCHEDULED,
                        room,
                        room.createdAt(),
                        data.put("startsAt", room.startsAt().toString()));
            case RoomFact.Prepared _ -> event(EventType.ROOM_PREPARED, room, clock.instant(), data);
            case RoomFact.WentLive(var at, var resumed) ->
                event(EventType.ROOM_WENT_LIVE, room, at, data.put("resumed", resumed));
            case RoomFact.Interrupted(var since) ->
                event(EventType.ROOM_INTERRUPTED, room, since, data.put("since", since.toString()));
            case RoomFact.Ended(var at) ->
                event(EventType.ROOM_ENDED, room, at, data.put("peakViewers", room.peakViewers()));
            case RoomFact.ReplayOpened(var replay) ->
                event(
                        EventType.ROOM_REPLAY_READY,
                        room,
                        clock.instant(),
                        data.put("durationMillis", replay.durationMillis()));
            case RoomFact.Cancelled(var at) -> event(EventType.ROOM_CANCELLED, room, at, data);
        };
    }

    private static ObjectNode common(Room room) {
        var data = Json.object();
        data.put("roomId", room.id().toString());
        data.put("streamerId", room.streamer().id());
        data.put("streamerName", room.streamer().name());
        data.put("title", room.title());
        data.put("kind", room.kind().name());
        room.channel().ifPresent(channel -> data.put("channel", channel.ref().value()));
        return data;
    }

    private CloudEvent event(EventType type, Room room, Instant time, ObjectNode data) {
        return new CloudEvent(ids.next(), type, SOURCE, room.id().toString(), time, data);
    }
}
