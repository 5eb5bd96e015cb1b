package dev.vitrine.chat.boundary;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.SocketContract;
import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Person;
import dev.vitrine.chat.entity.Position;
import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.events.boundary.OnEvent;
import dev.vitrine.chat.heal.boundary.Heal;
import dev.vitrine.chat.run.control.TalkHistory;
import dev.vitrine.chat.socket.control.Join;
import dev.vitrine.chat.socket.entity.Socket;
import dev.vitrine.chat.store.RoomLog;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.media.event.ReplayRendered;
import dev.vitrine.model.EventType;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.test.UnsignedToken;
import dev.vitrine.rooms.event.RoomWentLive;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Says, keeps, acts and looks, as the other functions, the gateway and a person at the database do.
@ApplicationScoped
public class Records {
    public static final Duration PATIENCE = Duration.ofSeconds(40);
    public static final String STREAMER = "sue";

    private final ChatApi api;
    private final OnEvent onEvent;
    private final Heal heal;
    private final TalkHistory history;
    private final RoomLog log;
    private final Pseudonyms pseudonyms;
    private final Join join;
    private final Ids ids = Ids.system();

    Records(
            ChatApi api,
            OnEvent onEvent,
            Heal heal,
            TalkHistory history,
            RoomLog log,
            Pseudonyms pseudonyms,
            Join join) {
        this.api = api;
        this.onEvent = onEvent;
        this.heal = heal;
        this.history = history;
        this.log = log;
        this.pseudonyms = pseudonyms;
        this.join = join;
    }

    /// On air since a minute, told by its events.
    public RoomId room() {
        var room = new RoomId(ids.next());
        tell(event(RoomWentLive.TYPE, room, Instant.now().minusSeconds(60)));
        return room;
    }

    public CloudEvent event(EventType type, RoomId room, Instant at) {
        return event(type, room, at, STREAMER);
    }

    public CloudEvent event(EventType type, RoomId room, Instant at, String streamer) {
        var data = Json.object()
                .put("roomId", room.toString())
                .put("streamerId", streamer)
                .put("streamerName", "Sue")
                .put("title", "A show")
                .put("kind", "BRAND")
                .put("channel", room.toString())
                .put("resumed", false)
                .put("since", at.toString())
                .put("peakViewers", 1);
        return new CloudEvent(ids.next(), type, "/rooms", room.toString(), at, data);
    }

    /// An event of another capability.
    public CloudEvent event(String type, RoomId room, Instant at, ObjectNode data) {
        data.put("roomId", room.toString());
        return new CloudEvent(ids.next(), new EventType(type), "/test", room.toString(), at, data);
    }

    public Uni<Void> take(CloudEvent event) {
        var message = new SQSMessage();
        message.setMessageId(UUID.randomUUID().toString());
        message.setBody(CloudEventJson.write(event));
        return onEvent.take(message);
    }

    public void tell(CloudEvent event) {
        take(event).await().atMost(PATIENCE);
    }

    /// What the recording is made of.
    public record Clip(Instant onAirAt, Duration length) {}

    public void rendered(RoomId room, Clip... clips) {
        var data = Json.object()
                .put("channel", room.toString())
                .put("hlsKey", "hls")
                .put("dashKey", "dash")
                .put("mp4Key", "mp4")
                .put("durationMillis", 0);
        var list = data.putArray("clips");
        for (var clip : clips) {
            list.addObject()
                    .put("onAirAt", clip.onAirAt().toString())
                    .put("durationMillis", clip.length().toMillis());
        }
        var type = ReplayRendered.TYPE;
        tell(new CloudEvent(ids.next(), type, "/media", room.toString(), Instant.now(), data));
    }

    public Viewer viewer(RoomId room, String subject) {
        return pseudonyms.of(room, subject);
    }

    /// As the house names who was erased.
    public Viewer person(String subject) {
        return pseudonyms.ofHouse(subject);
    }

    public Said said(RoomId room, long seq, String subject, String text, Instant at) {
        return new Said(seq, subject, danmaku(room, subject, text, at), true);
    }

    private Item.Danmaku danmaku(RoomId room, String subject, String text, Instant at) {
        var author = new Author(viewer(room, subject), "Name of " + subject, Role.VIEWER);
        return new Item.Danmaku(at, author, new DanmakuText(text), Colour.WHITE, Position.SCROLL, at);
    }

    /// As a runner does, with what it found in the log.
    public void keep(RoomId room, Said... said) {
        history.keep(room, List.of(said), List.of()).await().atMost(PATIENCE);
    }

    /// In the log alone; the history has yet to come.
    public long log(RoomId room, String subject, String text, Instant at) {
        return log.release(room, danmaku(room, subject, text, at), subject)
                .await()
                .atMost(PATIENCE);
    }

    /// What the log of the room holds, in its order.
    public List<JsonNode> items(RoomId room) {
        var entries = RecordStores.redis
                .api()
                .xrange(List.of("{" + room + "}:log", "-", "+"))
                .await()
                .atMost(PATIENCE);
        var items = new ArrayList<JsonNode>();
        for (int at = 0; at < entries.size(); at++) {
            items.add(Json.read(entries.get(at).get(1).get(1).toString()));
        }
        return items;
    }

    /// What somebody is shown who joins now; a guest where there is no person.
    public JsonNode joined(RoomId room, Optional<Person> person) {
        var socket = new Socket(
                ids.next().toString(), person, Optional.empty(), Instant.now().plusSeconds(600));
        var outcome = join.run(socket, room, OptionalLong.empty()).await().atMost(PATIENCE);
        return switch (outcome) {
            case Outcome.Done<ObjectNode>(var shown) -> {
                var message = Json.object().put("type", "joined").put("id", "a");
                message.setAll(shown);
                SocketContract.holds("Joined", message);
                yield message;
            }
            case Outcome.Refused<ObjectNode> refused -> throw new AssertionError(refused);
        };
    }

    /// Redis itself is lost, with all that it held.
    public void redisIsLost() {
        RecordStores.redis.api().flushall(List.of()).await().atMost(PATIENCE);
    }

    public void keepShown(RoomId room, long seq, Item.Shown item) {
        history.keep(room, List.of(), List.of(new KeptItem(seq, item, true)))
                .await()
                .atMost(PATIENCE);
    }

    public boolean hot(RoomId room, String set, String subject) {
        return RecordStores.redis
                .api()
                .sismember("{" + room + "}:" + set, subject)
                .await()
                .atMost(PATIENCE)
                .toBoolean();
    }

    public void heal() {
        heal.heal().await().atMost(PATIENCE);
    }

    public record Answer(int status, String text) {
        public JsonNode json() {
            return Json.read(text);
        }
    }

    Answer ask(String route, Map<String, String> path, String subject, String roles, ObjectNode body) {
        var token = new UnsignedToken(subject, "Name of " + subject, List.of(roles.split(" ")));
        var jwt = RequestContext.Authorizer.JWT
                .builder()
                .withClaims(Map.of("sub", subject))
                .build();
        var context = RequestContext.builder()
                .withRequestId("test-request")
                .withAuthorizer(RequestContext.Authorizer.builder().withJwt(jwt).build())
                .build();
        var answer = api.answer(APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withPathParameters(path)
                        .withHeaders(Map.of("Authorization", token.bearer()))
                        .withRequestContext(context)
                        .withBody(body == null ? null : body.toString())
                        .build())
                .await()
                .atMost(PATIENCE);
        return new Answer(answer.getStatusCode(), answer.getBody());
    }

    public Answer byStreamer(String route, RoomId room, Map<String, String> more, ObjectNode body) {
        var path = new java.util.HashMap<>(more);
        path.put("id", room.toString());
        return ask(route, path, STREAMER, "streamer", body);
    }

    public Answer delete(RoomId room, long seq) {
        return byStreamer(
                "POST /v1/rooms/{id}/chat/messages/{seq}/delete",
                room,
                Map.of("seq", Long.toString(seq)),
                Json.object().put("reason", "a test"));
    }

    public Answer ban(RoomId room, String subject) {
        return byStreamer(
                "PUT /v1/rooms/{id}/chat/sanctions/{viewer}",
                room,
                Map.of("viewer", viewer(room, subject).value()),
                Json.object().put("kind", "BAN").put("reason", "a test"));
    }

    /// Somebody who was appointed changes how the room talks.
    public void act(RoomId room, String moderator) {
        var body = Json.object().put("slowModeSeconds", 5);
        var answer = ask("PATCH /v1/rooms/{id}/chat", Map.of("id", room.toString()), moderator, "viewer", body);
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
    }

    public Answer erase(String subject) {
        return ask("DELETE /v1/chat/people/{subject}/messages", Map.of("subject", "me"), subject, "viewer", null);
    }

    /// Looks at, or changes, the tables as their owner.
    public long sql(String statement, Object... values) {
        try (var connection = RecordStores.database.asOwner();
                var prepared = connection.prepareStatement(statement)) {
            for (int at = 0; at < values.length; at++) {
                prepared.setObject(at + 1, values[at]);
            }
            if (!prepared.execute()) {
                return prepared.getUpdateCount();
            }
            try (var found = prepared.getResultSet()) {
                return found.next() ? found.getLong(1) : 0;
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(statement, broken);
        }
    }
}
