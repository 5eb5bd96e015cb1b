package dev.vitrine.it.support;

import static dev.vitrine.it.support.Eventually.eventually;

import java.time.Duration;
import java.util.Optional;

/// What tests of talk begin with.
public final class Chatting {
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

    private Chatting() {}

    /// A room that is open for talk: it has a key, and chat has heard of it.
    public static String openRoom(Cloud cloud, Api streamer, String title) {
        var room = streamer.createRoom(title).path("id").asText();
        streamer.pushAddress(room);
        eventually(
                "chat knows that the room is open",
                KNOWN_WITHIN,
                () -> cloud.asGuest().get("/v1/rooms/" + room + "/chat"),
                answer -> answer.status() == 200 && answer.json().path("open").asBoolean());
        return room;
    }

    public static ChatSocket enter(Cloud cloud, String room, String subject, String... roles) {
        var socket = ChatSocket.connect(cloud, Optional.of(cloud.token(subject, roles)));
        socket.join(room);
        return socket;
    }

    public static ChatSocket enterAsGuest(Cloud cloud, String room) {
        var socket = ChatSocket.connect(cloud, Optional.empty());
        socket.join(room);
        return socket;
    }

    /// How the room names who sits at this socket.
    public static String viewer(ChatSocket socket) {
        return socket.joined().path("self").path("viewer").asText();
    }
}
