package dev.vitrine.rooms.boundary;

import dev.vitrine.pipeline.Channel;
import dev.vitrine.platform.PublicAddress;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.rooms.boundary.RoomDocument.PlaybackDocument;
import dev.vitrine.rooms.boundary.RoomDocument.ReplayDocument;
import dev.vitrine.rooms.boundary.RoomDocument.StreamerDocument;
import dev.vitrine.rooms.entity.CoverUrl;
import dev.vitrine.rooms.entity.Replay;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomState;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/// Renders rooms, with absolute addresses.
@ApplicationScoped
class RoomDocuments {
    private static final String MEDIA = "/media/";
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final PublicAddress address;

    RoomDocuments(PublicAddress address) {
        this.address = address;
    }

    HttpAnswer created(Room room) {
        return HttpAnswer.json(CREATED, document(room))
                .with("Location", address.at("/v1/rooms/" + room.id()).toString());
    }

    HttpAnswer changed(Room room) {
        return HttpAnswer.changed(OK, document(room));
    }

    RoomDocument document(Room room) {
        return new RoomDocument(
                room.id().toString(),
                room.title(),
                room.description(),
                cover(room),
                room.tags(),
                room.kind().name(),
                room.state().name().name(),
                new StreamerDocument(room.streamer().id(), room.streamer().name()),
                room.createdAt(),
                room.startsAt(),
                room.liveAt().orElse(null),
                room.endedAt().orElse(null),
                room.viewers(),
                room.peakViewers(),
                playback(room),
                replay(room));
    }

    /// A picture of the house is told at its present address; other covers only where one may be today.
    private String cover(Room room) {
        return room.coverUrl()
                .flatMap(cover -> CoverUrl.allows(cover) ? Optional.of(cover) : ofTheHouse(cover))
                .orElse(null);
    }

    private Optional<String> ofTheHouse(String cover) {
        return Optional.of(URI.create(cover).getRawPath())
                .filter(path -> path.startsWith(MEDIA))
                .map(path -> address.at(path).toString());
    }

    private static PlaybackDocument playback(Room room) {
        return switch (room.state()) {
            case RoomState.Live _, RoomState.Interrupted _ ->
                room.channel().map(RoomDocuments::playback).orElse(null);
            case RoomState.Scheduled _, RoomState.Ready _, RoomState.Ended _ -> null;
            case RoomState.ReplayReady _, RoomState.Cancelled _ -> null;
        };
    }

    private static PlaybackDocument playback(Channel channel) {
        return new PlaybackDocument(
                channel.hls().toString(), channel.dash().map(URI::toString).orElse(null));
    }

    private ReplayDocument replay(Room room) {
        return room.state() instanceof RoomState.ReplayReady ready ? replay(ready.replay()) : null;
    }

    private ReplayDocument replay(Replay replay) {
        return new ReplayDocument(
                media(replay.hlsKey()), media(replay.dashKey()), media(replay.mp4Key()), seconds(replay));
    }

    private static double seconds(Replay replay) {
        return replay.durationMillis() / MILLIS_PER_SECOND;
    }

    private String media(String key) {
        return address.at(MEDIA + key).toString();
    }
}
