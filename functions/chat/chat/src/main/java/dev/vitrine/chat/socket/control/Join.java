package dev.vitrine.chat.socket.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.control.ChatConfig;
import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Person;
import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Segments;
import dev.vitrine.chat.facts.control.RoomFill;
import dev.vitrine.chat.run.control.Frames;
import dev.vitrine.chat.run.store.SegmentObjects;
import dev.vitrine.chat.socket.entity.Pulse;
import dev.vitrine.chat.socket.entity.Socket;
import dev.vitrine.chat.socket.store.RoomDoor;
import dev.vitrine.chat.socket.store.Sockets;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Rule;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.PublicAddress;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// Enters a room, or comes back to it where the reader's cursor stands.
@ApplicationScoped
public class Join {
    private final RoomDoor door;
    private final Sockets sockets;
    private final RoomFill fill;
    private final Pseudonyms pseudonyms;
    private final ChatConfig config;
    private final PublicAddress address;
    private final InstantSource clock;

    Join(
            RoomDoor door,
            Sockets sockets,
            RoomFill fill,
            Pseudonyms pseudonyms,
            ChatConfig config,
            PublicAddress address,
            InstantSource clock) {
        this.door = door;
        this.sockets = sockets;
        this.fill = fill;
        this.pseudonyms = pseudonyms;
        this.config = config;
        this.address = address;
        this.clock = clock;
    }

    /// Twice is as once. A socket is in one room: it leaves the one where it was, once it has come into the other.
    ///
    /// @param after the reader's cursor; empty for who is new
    /// @return the contract's `Joined`, without type and id
    public Uni<Outcome<ObjectNode>> run(Socket socket, RoomId room, OptionalLong after) {
        return enter(socket, room, after)
                .chain(entered -> entered.isPresent() ? Uni.createFrom().item(entered) : filled(socket, room, after))
                .chain(entered -> entered.map(
                                found -> leaveOther(socket, room).chain(() -> joined(socket, room, found)))
                        .orElseGet(() -> Uni.createFrom().item(Outcome.refused(Rule.NO_SUCH_ROOM))));
    }

    private Uni<Optional<RoomDoor.Entered>> filled(Socket socket, RoomId room, OptionalLong after) {
        return fill.fill(room)
                .chain(known ->
                        known ? enter(socket, room, after) : Uni.createFrom().item(Optional.<RoomDoor.Entered>empty()));
    }

    private Uni<Void> leaveOther(Socket socket, RoomId room) {
        return socket.room()
                .filter(other -> !other.equals(room))
                .map(other -> door.go(other, socket.connection()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Optional<RoomDoor.Entered>> enter(Socket socket, RoomId room, OptionalLong after) {
        var now = clock.instant();
        var who = socket.person(now)
                .map(person -> new RoomDoor.SignedIn(person.subject(), person.operator(), socket.until()));
        return door.enter(room, socket.connection(), who, after, now);
    }

    /// The room is noted at the socket after it is entered: who dies in between is in the room and joins
    /// again.
    private Uni<Outcome<ObjectNode>> joined(Socket socket, RoomId room, RoomDoor.Entered found) {
        return sockets.enter(socket.connection(), room)
                .map(_ -> Outcome.done(show(socket, room, found, clock.instant())));
    }

    private ObjectNode show(Socket socket, RoomId room, RoomDoor.Entered found, Instant now) {
        var person = socket.person(now);
        var role =
                person.map(who -> who.in(found.streamer(), found.appointed())).orElse(Role.GUEST);
        Predicate<Hearers> heard = to -> to.include(person.map(Person::subject), role);
        var missed = Missed.of(found.items(), found.cursor(), heard);
        var json = Json.object()
                .put("room", room.toString())
                .put("lane", found.lane().name());
        if (found.lane() == Lane.B) {
            json.set("segments", ItemJson.segments(segments(room, found.slot() + 1)));
        }
        json.put("cursor", missed.cursor()).put("reset", found.reset());
        if (missed.more()) {
            json.put("more", true);
        }
        json.set("self", self(person, role, room, found));
        json.set("policy", ItemJson.policy(found.policy()));
        json.put("viewers", found.viewers())
                .put("likes", found.likes())
                .put("pingSeconds", Pulse.seconds(found.lane()))
                .put("serverTime", now.toString());
        json.set("items", Frames.items(missed.items()));
        var standing =
                found.standing().stream().filter(item -> heard.test(item.to())).toList();
        if (!standing.isEmpty()) {
            standing.forEach(item -> json.withArray("standing").add(ItemJson.standing(item)));
        }
        return json;
    }

    private ObjectNode self(Optional<Person> person, Role role, RoomId room, RoomDoor.Entered found) {
        return Json.object()
                .put(
                        "viewer",
                        person.map(who -> pseudonyms.of(room, who.subject()).value())
                                .orElse(null))
                .put("name", person.map(Person::name).orElse(""))
                .put("role", role.name())
                .put("guest", person.isEmpty())
                .put("mutedUntil", found.mutedUntil().map(Instant::toString).orElse(null));
    }

    private Segments segments(RoomId room, long from) {
        return new Segments(
                address.at("/media/" + SegmentObjects.folder(room)),
                (int) config.slot().toMillis(),
                from);
    }
}
