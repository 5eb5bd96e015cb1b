package dev.vitrine.chat.socket.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.ClientId;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Position;
import dev.vitrine.chat.socket.control.Join;
import dev.vitrine.chat.socket.control.Presence;
import dev.vitrine.chat.socket.entity.Socket;
import dev.vitrine.chat.talk.control.Like;
import dev.vitrine.chat.talk.control.Say;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Utterance;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Moments;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads a message of the contract and has it done.
@ApplicationScoped
class Messages {
    private final Join join;
    private final Say say;
    private final Like like;
    private final Presence presence;
    private final InstantSource clock;

    Messages(Join join, Say say, Like like, Presence presence, InstantSource clock) {
        this.join = join;
        this.say = say;
        this.like = like;
        this.presence = presence;
        this.clock = clock;
    }

    /// @throws InvalidValue when the message is not one of the contract
    Uni<SocketAnswer> take(Socket socket, MessageFields fields) {
        return switch (fields.action()) {
            case "join" -> join(socket, fields);
            case "say" -> say(socket, fields);
            case "like" -> like(socket, fields);
            case "ping" -> ping(socket, fields);
            default -> throw new InvalidValue("action", "must be one of join, say, like, ping");
        };
    }

    private Uni<SocketAnswer> join(Socket socket, MessageFields fields) {
        fields.only("action", "id", "room", "after");
        var id = new ClientId(fields.text("id"));
        var after = after(fields);
        return join.run(socket, room(fields), after).map(outcome -> switch (outcome) {
            case Outcome.Done<ObjectNode>(var room) -> Replies.joined(id, room);
            case Outcome.Refused<ObjectNode> refused -> Replies.refused(Optional.of(id), refused);
        });
    }

    private Uni<SocketAnswer> say(Socket socket, MessageFields fields) {
        fields.only("action", "id", "text", "colour", "position", "playhead");
        var utterance = new Utterance(
                new ClientId(fields.text("id")),
                new DanmakuText(fields.text("text")),
                fields.oneOf("colour", Colour.class, Colour.WHITE),
                fields.oneOf("position", Position.class, Position.SCROLL),
                fields.optional("playhead", text -> Moments.instant("playhead", text)));
        return say.run(socket, utterance).map(outcome -> switch (outcome) {
            case Outcome.Done<Long>(var seq) -> Replies.said(utterance.id(), seq);
            case Outcome.Refused<Long> refused -> Replies.refused(Optional.of(utterance.id()), refused);
        });
    }

    private Uni<SocketAnswer> like(Socket socket, MessageFields fields) {
        fields.only("action", "count");
        return like.run(socket, fields.number("count")).map(outcome -> switch (outcome) {
            case Outcome.Done<Long> _ -> SocketAnswer.silence();
            case Outcome.Refused<Long> refused -> Replies.refused(Optional.empty(), refused);
        });
    }

    private Uni<SocketAnswer> ping(Socket socket, MessageFields fields) {
        fields.only("action");
        return presence.ping(socket).map(viewers -> Replies.pong(clock.instant(), viewers));
    }

    private static RoomId room(MessageFields fields) {
        try {
            return RoomId.parse(fields.text("room"));
        } catch (InvalidValue malformed) {
            throw new InvalidValue("room", malformed.allowed(), malformed);
        }
    }

    private static OptionalLong after(MessageFields fields) {
        var after = fields.optionalNumber("after");
        if (after.isPresent() && after.getAsLong() < 0) {
            throw new InvalidValue("after", "must not be negative");
        }
        return after;
    }
}
