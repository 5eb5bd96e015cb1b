package dev.vitrine.chat.socket.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.chat.SocketContract;
import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.event.RoomWoken;
import dev.vitrine.chat.run.boundary.FanOut;
import dev.vitrine.chat.store.Stage;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.test.BadTexts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(WithoutRecord.Profile.class)
@QuarkusTestResource(value = LiveStores.class, restrictToAnnotatedClass = true)
class SocketsHoldToTheContractTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /// Of more than 1 KB each.
    private static final int MISSED = 350;

    @Inject
    SocketFunction sockets;

    @Inject
    FanOut fanOut;

    @Inject
    WithoutRecord record;

    private Stage stage;
    private RoomId room;
    private int connections;

    @BeforeEach
    void aRoom() {
        stage = new Stage(LiveStores.redis);
        room = stage.aRoom();
        stage.fact(room, "stateAt", Long.toString(Instant.now().toEpochMilli()));
    }

    @Test
    void aTokenInTheSubProtocolOrTheQueryOpensASocket() {
        var token = LiveStores.tickets.good("ann");

        var byProtocol = connect("a1", Map.of("Sec-WebSocket-Protocol", "vitrine.v1, bearer." + token), Map.of());
        assertEquals(200, byProtocol.statusCode());
        assertEquals("vitrine.v1", byProtocol.headers().get("Sec-WebSocket-Protocol"));
        assertEquals("Name of ann", join("a1").path("self").path("name").textValue());

        assertEquals(200, connect("a2", Map.of(), Map.of("access_token", token)).statusCode());
        assertFalse(join("a2").path("self").path("guest").booleanValue());
    }

    static Stream<Arguments> badTokens() {
        var tickets = LiveStores.tickets;
        return Stream.of(
                Arguments.of("ended", tickets.ended("ann")),
                Arguments.of("for another audience", tickets.forAnother()),
                Arguments.of("by another issuer", tickets.byAnother()),
                Arguments.of("without an end", tickets.endless()),
                Arguments.of("without a subject", tickets.ofNobody()),
                Arguments.of("signed by a stranger", tickets.forged()),
                Arguments.of("the public key as a secret", tickets.confused()),
                Arguments.of("not signed", tickets.unsigned()),
                Arguments.of("another algorithm", tickets.otherAlgorithm()),
                Arguments.of("half", tickets.good("ann").substring(0, 200)),
                Arguments.of("empty", ""),
                Arguments.of("no token", "..."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefusedInTheHandshake(String what, String token) {
        assertEquals(
                401, connect("bad", Map.of(), Map.of("access_token", token)).statusCode());
        assertEquals(
                401,
                connect("bad", Map.of("sec-websocket-protocol", "vitrine.v1,bearer." + token), Map.of())
                        .statusCode());
    }

    @Test
    void theIssuersKeysAreFetchedRarelyHoweverManyTokensNameAnother() {
        connectAs("ann");
        int before = LiveStores.KEYS_FETCHED.get();
        var began = Instant.now();
        var stranger = new Tickets(LiveStores.gateway.url() + "/issuer");
        for (int n = 0; n < 50; n++) {
            stranger.rotate("made up " + n);
            assertEquals(
                    401,
                    connect("x", Map.of(), Map.of("access_token", stranger.good("ann")))
                            .statusCode());
        }
        long atMost = 2 + Duration.between(began, Instant.now()).toSeconds() / 10;
        int fetched = LiveStores.KEYS_FETCHED.get() - before;
        assertTrue(fetched <= atMost, "once in ten seconds, was " + fetched + " of " + atMost);
    }

    @Test
    void guestsReadAndDoNotTalk() {
        var guest = open();
        var joined = join(guest);
        assertEquals("GUEST", joined.path("self").path("role").textValue());
        assertTrue(joined.path("self").path("viewer").isNull());
        assertRefused("GUEST", say(guest, "a", "hello"));
        assertEquals(
                "error",
                send(guest, "{\"action\":\"like\",\"count\":1}").path("type").textValue());
    }

    @Test
    void whoTalksIsKnownByTheRoomAlone() {
        var ann = connectAs("ann");
        var joined = join(ann);
        var viewer = joined.path("self").path("viewer").textValue();
        var reply = say(ann, "a", "hello");
        assertTrue(reply.path("ok").booleanValue());
        assertEquals(1, reply.path("seq").longValue());

        var item = join(connectAs("bob")).path("items").get(0);
        assertEquals("hello", item.path("text").textValue());
        assertEquals(viewer, item.path("by").path("viewer").textValue());
        assertFalse(item.toString().contains("\"ann\""), "no subject");
        assertEquals(reply, say(ann, "a", "hello"), "the same id, the same reply");
    }

    @Test
    void rolesAreWhatTokenAndRoomSay() {
        stage.appoint(room, "mod");
        assertEquals("STREAMER", role(connectAs("streamer")));
        assertEquals("MODERATOR", role(connectAs("mod")));
        assertEquals("OPERATOR", role(connectAs("op", "operator")));
        assertEquals("VIEWER", role(connectAs("ann", "viewer")));
    }

    @Test
    void likesAreSilentAndPingsTellHowManyThereAre() {
        var ann = connectAs("ann");
        join(ann);
        join(open());
        assertNull(answer(ann, "{\"action\":\"like\",\"count\":50}").body());
        var pong = send(ann, "{\"action\":\"ping\"}");
        assertEquals("pong", pong.path("type").textValue());
        assertEquals(2, pong.path("viewers").intValue());
        sockets.answer(event("$disconnect", ann, null)).await().atMost(PATIENCE);
        sockets.answer(event("$disconnect", ann, null)).await().atMost(PATIENCE);
        assertEquals(1, join(open()).path("viewers").intValue() - 1);
    }

    @Test
    void whatAListHoldsIsReviewedOnceHoweverOftenItIsSent() {
        var ann = connectAs("ann");
        join(ann);
        int before = record.reviews.size();
        var began = Instant.now();
        for (int n = 0; n < 20; n++) {
            assertRefused("HELD", say(ann, "same", "a listed word"));
        }
        assertEquals(1, record.reviews.size() - before);
        for (int n = 0; n < 50; n++) {
            say(ann, "other" + n, "a listed word " + n);
        }
        int reviews = record.reviews.size() - before;
        long rate = 6 + Duration.between(began, Instant.now()).toMillis() / 500;
        assertTrue(reviews >= 1 && reviews <= rate, "five at once, then two a second, were " + reviews);
        assertEquals(0, stage.entries(room));
    }

    static Stream<Arguments> badMessages() {
        var id = "\"id\":\"i\"";
        return Stream.of(
                Arguments.of("", "body"),
                Arguments.of("hello", "body"),
                Arguments.of("{", "body"),
                Arguments.of("[]", "body"),
                Arguments.of("null", "body"),
                Arguments.of("{\"action\":\"ping\"} {}", "body"),
                Arguments.of("{\"action\":\"ping\",\"action\":\"say\"}", "body"),
                Arguments.of("[".repeat(5000), "body"),
                Arguments.of("{}", "action"),
                Arguments.of("{\"action\":7}", "action"),
                Arguments.of("{\"action\":\"shout\"}", "action"),
                Arguments.of("{\"action\":\"ping\",\"extra\":1}", "extra"),
                Arguments.of("{\"action\":\"say\",\"text\":\"x\"}", "id"),
                Arguments.of("{\"action\":\"say\",\"id\":\"\",\"text\":\"x\"}", "id"),
                Arguments.of("{\"action\":\"say\",\"id\":\"" + "i".repeat(65) + "\",\"text\":\"x\"}", "id"),
                Arguments.of("{\"action\":\"say\",\"id\":\"a b\",\"text\":\"x\"}", "id"),
                Arguments.of("{\"action\":\"say\"," + id + "}", "text"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":null}", "text"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"\"}", "text"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"   \"}", "text"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"" + "长".repeat(101) + "\"}", "text"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"a\\u0000b\"}", "body"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"a\\nb\"}", "text"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"a\\u202eb\"}", "text"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"a\\u2066b\"}", "text"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"a\\ud800b\"}", "body"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"Z\\u0351\\u0352\\u0353\\u0354\"}", "text"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"x\",\"colour\":\"BLACK\"}", "colour"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"x\",\"position\":\"LEFT\"}", "position"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"x\",\"playhead\":\"now\"}", "playhead"),
                Arguments.of("{\"action\":\"say\"," + id + ",\"text\":\"x\",\"seq\":9}", "seq"),
                Arguments.of(
                        "{\"action\":\"say\"," + id + ",\"text\":\"x\",\"room\":\"" + UUID.randomUUID() + "\"}",
                        "room"),
                Arguments.of("{\"action\":\"join\"," + id + ",\"room\":\"nowhere\"}", "room"),
                Arguments.of(
                        "{\"action\":\"join\"," + id + ",\"room\":\"" + UUID.randomUUID() + "\",\"after\":-1}",
                        "after"),
                Arguments.of(
                        "{\"action\":\"join\"," + id + ",\"room\":\"" + UUID.randomUUID() + "\",\"after\":1.5}",
                        "after"),
                Arguments.of(
                        "{\"action\":\"join\"," + id + ",\"room\":\"" + UUID.randomUUID() + "\",\"after\":\"1\"}",
                        "after"),
                Arguments.of(
                        "{\"action\":\"join\"," + id + ",\"room\":\"" + UUID.randomUUID()
                                + "\",\"after\":99999999999999999999}",
                        "after"),
                Arguments.of("{\"action\":\"like\",\"count\":0}", "count"),
                Arguments.of("{\"action\":\"like\",\"count\":51}", "count"),
                Arguments.of("{\"action\":\"like\",\"count\":1e9}", "count"),
                Arguments.of("{\"action\":\"like\"}", "count"));
    }

    @ParameterizedTest
    @MethodSource("badMessages")
    void whatTheContractDoesNotNameIsRefusedWithFieldAndBound(String message, String field) {
        var ann = connectAs("ann");
        join(ann);
        var answer = send(ann, message);
        assertEquals("INVALID", answer.path("rule").textValue(), answer.toString());
        assertTrue(answer.path("detail").textValue().startsWith(field + ": "), answer.toString());
        assertEquals(0, stage.entries(room));
    }

    @Test
    void aLongTextOfLongCharactersIsWithinItsBound() {
        var ann = connectAs("ann");
        join(ann);
        assertTrue(say(ann, "a", "😀".repeat(100)).path("ok").booleanValue());
        assertRefused("INVALID", say(ann, "b", "😀".repeat(101)));
    }

    @Test
    void whatIsSaidIsHeldToTheRuleOfAllText() {
        var ann = connectAs("ann");
        join(ann);
        int id = 0;
        for (var bad : BadTexts.lines()) {
            assertRefused("INVALID", say(ann, "bad" + id++, bad));
        }
        assertEquals(0, stage.entries(room));
        assertTrue(say(ann, "fine", BadTexts.fine().getFirst()).path("ok").booleanValue());
    }

    @Test
    void aForgedCursorStartsAnewAndAForeignRoomIsNone() {
        var ann = connectAs("ann");
        join(ann);
        say(ann, "a", "hello");
        var forged =
                send(ann, "{\"action\":\"join\",\"id\":\"j\",\"room\":\"" + room + "\",\"after\":9007199254740991}");
        assertTrue(forged.path("reset").booleanValue());
        assertEquals(1, forged.path("cursor").longValue());
        assertRefused(
                "NO_SUCH_ROOM", send(ann, "{\"action\":\"join\",\"id\":\"j\",\"room\":\"" + UUID.randomUUID() + "\"}"));
        assertRefused("NOT_JOINED", say(connectAs("bob"), "a", "hello"));
    }

    @Test
    void aSocketThatNobodyKnowsIsClosedSoThatItsClientComesBack() {
        assertRefused("UNAVAILABLE", say("unknown=", "a", "hello"));
        assertTrue(LiveStores.gateway.deleted.contains("unknown="));
    }

    /// Gifts are never left out, and a message of the gateway holds 128 KiB.
    @Test
    void whoMissedMoreThanAMessageHoldsComesBackInSteps() {
        var gift = Json.object().put("name", "n".repeat(1000)).toString();
        for (int n = 0; n < MISSED; n++) {
            Stage.get(stage.log.append(
                    room, new Item.Shown(Instant.now(), "gift", gift, Hearers.EVERYBODY, false, false, false)));
        }
        var ann = connectAs("ann");
        var seen = new ArrayList<Long>();
        boolean more = true;
        while (more) {
            var after = seen.isEmpty() ? 0 : seen.getLast();
            var joined =
                    send(ann, "{\"action\":\"join\",\"id\":\"j\",\"room\":\"" + room + "\",\"after\":" + after + "}");
            assertTrue(joined.toString().getBytes(StandardCharsets.UTF_8).length <= 128 * 1024);
            joined.path("items").forEach(item -> seen.add(item.path("seq").longValue()));
            assertEquals(seen.getLast(), joined.path("cursor").longValue());
            assertFalse(joined.path("reset").booleanValue());
            more = joined.path("more").booleanValue();
        }
        assertEquals(LongStream.rangeClosed(1, MISSED).boxed().toList(), seen);
    }

    @Test
    void aDeadRedisIsSaidSoAndTheSameIdWorksAfterwards() {
        var ann = connectAs("ann");
        join(ann);
        LiveStores.redis.kill();
        assertRefused("UNAVAILABLE", say(ann, "a", "hello"));
        LiveStores.redis.launch();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode reply;
        do {
            reply = say(ann, "a", "hello");
        } while (!reply.path("ok").booleanValue() && System.nanoTime() < deadline);
        assertTrue(reply.path("ok").booleanValue(), reply.toString());
        assertEquals(1, stage.entries(room));
    }

    @Test
    void aRunnerPostsToEverySocketForgetsTheGoneAndSleeps() {
        var ann = connectAs("ann");
        var bob = open();
        join(ann);
        join(bob);
        LiveStores.gateway.gone.add(bob);
        say(ann, "a", "hello");

        wake();
        var batch = Json.read(LiveStores.gateway.posted.get(ann).getFirst());
        SocketContract.holds("Batch", batch);
        assertEquals("hello", batch.path("items").get(0).path("text").textValue());
        assertFalse(stage.there(room, bob));
        assertTrue(stage.there(room, ann));
        assertTrue(LiveStores.gateway.signatures.getLast().startsWith("AWS4-HMAC-SHA256 Credential=key/"));
        assertTrue(record.kept.stream().anyMatch(said -> said.subject().equals("ann")));
        wake();
    }

    @Test
    void postsKeepTheirConnections() {
        for (int n = 0; n < 30; n++) {
            join(open());
        }
        var ann = connectAs("ann");
        join(ann);
        LiveStores.gateway.peers.clear();
        int before = LiveStores.gateway.signatures.size();
        for (int n = 0; n < 3; n++) {
            say(ann, "k" + n, "round " + n);
            wake();
        }
        int posts = LiveStores.gateway.signatures.size() - before;
        assertTrue(posts >= 93, "posts: " + posts);
        assertTrue(LiveStores.gateway.peers.size() <= 64, "connections: " + LiveStores.gateway.peers.size());
    }

    private void wake() {
        var message = new SQSMessage();
        message.setMessageId("m");
        message.setBody(CloudEventJson.write(new CloudEvent(
                UUID.randomUUID(), RoomWoken.TYPE, "/chat", room.toString(), Instant.now(), Json.object())));
        fanOut.take(message).await().atMost(PATIENCE);
    }

    private String role(String connection) {
        return join(connection).path("self").path("role").textValue();
    }

    private String open() {
        var connection = "c" + ++connections + "." + room + "=";
        assertEquals(200, connect(connection, Map.of(), Map.of()).statusCode());
        return connection;
    }

    private String connectAs(String subject, String... roles) {
        var connection = "c" + ++connections + "." + room + "=";
        var token = LiveStores.tickets.good(subject, roles);
        assertEquals(
                200,
                connect(connection, Map.of(), Map.of("access_token", token)).statusCode());
        return connection;
    }

    private SocketAnswer connect(String connection, Map<String, String> headers, Map<String, String> query) {
        var event = event("$connect", connection, null);
        event.setHeaders(headers);
        event.setQueryStringParameters(query);
        return sockets.answer(event).await().atMost(PATIENCE);
    }

    private JsonNode join(String connection) {
        var joined = send(connection, "{\"action\":\"join\",\"id\":\"j\",\"room\":\"" + room + "\"}");
        assertEquals("joined", joined.path("type").textValue(), joined.toString());
        return joined;
    }

    private JsonNode say(String connection, String id, String text) {
        return send(
                connection,
                Json.object()
                        .put("action", "say")
                        .put("id", id)
                        .put("text", text)
                        .toString());
    }

    private JsonNode send(String connection, String message) {
        var json = Json.read(answer(connection, message).body());
        SocketContract.holds(
                switch (json.path("type").textValue()) {
                    case "joined" -> "Joined";
                    case "pong" -> "Pong";
                    case "error" -> "Error";
                    default -> "Reply";
                },
                json);
        return json;
    }

    private SocketAnswer answer(String connection, String message) {
        return sockets.answer(event("$default", connection, message)).await().atMost(PATIENCE);
    }

    private static APIGatewayV2WebSocketEvent event(String route, String connection, String body) {
        var context = new APIGatewayV2WebSocketEvent.RequestContext();
        context.setRouteKey(route);
        context.setConnectionId(connection);
        var event = new APIGatewayV2WebSocketEvent();
        event.setRequestContext(context);
        event.setBody(body);
        return event;
    }

    private static void assertRefused(String rule, JsonNode reply) {
        assertEquals(rule, reply.path("rule").textValue(), reply.toString());
    }
}
