package dev.vitrine.chat.shown.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.facts.control.SpreadDecisions;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.shown.entity.Declaration;
import dev.vitrine.chat.shown.store.Declarations;
import dev.vitrine.chat.shown.store.StandingTable;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Shows what another capability declared: the fields that it named, to whom it said. An event that
/// comes twice is taken once, by its id.
///
/// Who may not talk in a room shows no name there either, nor does who was erased: where an item names
/// such a `viewer`, its `name` is empty.
@ApplicationScoped
public class ShowItem {
    private static final String VIEWER = "viewer";
    private static final String NAME = "name";

    private final Database database;
    private final Declarations declarations;
    private final RoomTable rooms;
    private final StandingTable standing;
    private final UnsentTable unsent;
    private final SpreadDecisions spread;
    private final InstantSource clock;

    ShowItem(
            Database database,
            Declarations declarations,
            RoomTable rooms,
            StandingTable standing,
            UnsentTable unsent,
            SpreadDecisions spread,
            InstantSource clock) {
        this.database = database;
        this.declarations = declarations;
        this.rooms = rooms;
        this.standing = standing;
        this.unsent = unsent;
        this.spread = spread;
        this.clock = clock;
    }

    /// @return whether rooms show such events; fails when the room is not known yet: the queue brings the event again
    public Uni<Boolean> run(CloudEvent event) {
        return declarations
                .of(event.type())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : show(event, found.get()).replaceWith(true));
    }

    private Uni<Void> show(CloudEvent event, Declaration declaration) {
        var room = RoomId.parse(text(event.data(), "roomId"));
        return database.transaction(sql -> rooms.find(sql, room)
                        .invoke(found ->
                                found.orElseThrow(() -> new IllegalStateException("room " + room + " is not known")))
                        .chain(() -> unsent.take(sql, event.id(), clock.instant()))
                        .chain(first -> first ? told(sql, room, event, declaration) : nothing()))
                .chain(() -> spread.roomInTime(room));
    }

    private Uni<Void> told(Statements sql, RoomId room, CloudEvent event, Declaration declaration) {
        var body = body(event, declaration);
        var viewer = body.path(VIEWER).textValue();
        var silent =
                viewer == null ? Uni.createFrom().item(false) : rooms.isNameless(sql, room, viewer, clock.instant());
        return silent.invoke(so -> {
                    if (so && body.has(NAME)) {
                        body.put(NAME, "");
                    }
                })
                .chain(() -> told(sql, room, item(event, declaration, body), declaration.state()));
    }

    /// Readers hear nothing of a state that a later event has overtaken.
    private Uni<Void> told(Statements sql, RoomId room, Item.Shown item, boolean state) {
        return state
                ? standing.put(sql, room, item).chain(now -> now ? unsent.add(sql, room, item) : nothing())
                : unsent.add(sql, room, item);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static ObjectNode body(CloudEvent event, Declaration declaration) {
        var body = Json.object();
        for (var field : declaration.fields()) {
            if (event.data().has(field)) {
                body.set(field, event.data().get(field));
            }
        }
        return body;
    }

    private static Item.Shown item(CloudEvent event, Declaration declaration, ObjectNode body) {
        return new Item.Shown(
                event.time(),
                declaration.kind(),
                body.toString(),
                hearers(event.data(), declaration),
                declaration.sampled(),
                declaration.ends(),
                declaration.replayed());
    }

    private static Hearers hearers(JsonNode data, Declaration declaration) {
        return switch (declaration.to()) {
            case EVERYBODY -> Hearers.EVERYBODY;
            case MODERATORS -> Hearers.MODERATORS;
            case PERSON -> new Hearers.One(text(data, declaration.person().orElseThrow()));
        };
    }

    private static String text(JsonNode data, String field) {
        var value = data.path(field).textValue();
        if (value == null) {
            throw new InvalidValue(field, "is required and must be a string");
        }
        return value;
    }
}
