package dev.vitrine.local.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.runtime.FailureKind;
import dev.vitrine.local.runtime.InvocationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesOfASocketAreInvokedInOrderTest {
    private static final InvocationResult ACCEPTED = ASocketApi.answered(ASocketApi.ACCEPTED);

    @TempDir
    Path folder;

    private volatile Function<JsonNode, InvocationResult> messages = _ -> ACCEPTED;
    private ASocketApi api;

    @BeforeEach
    void start() throws IOException {
        api = new ASocketApi(
                folder, event -> ASocketApi.type(event).equals("MESSAGE") ? messages.apply(event) : ACCEPTED);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private AClient connect() throws IOException {
        return new AClient(api.port(), "/v1/sockets");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theActionChoosesTheRoute() throws Exception {
        try (var client = connect()) {
            var said = new String[][] {
                {"{\"action\":\"say\",\"text\":\"弹幕\"}", "say"},
                {"{\"action\":7}", "$default"},
                {"{\"other\":\"say\"}", "$default"},
                {"[\"action\"]", "$default"},
                {"not json", "$default"},
                {"", "$default"},
                {"{\"action\":\"say\"} {}", "$default"},
                {"{\"action\":\"\"}", "$default"},
                // a client must not play the gateway
                {"{\"action\":\"$disconnect\"}", "$default"},
                {"{\"action\":\"$connect\"}", "$default"},
                {"{\"action\":\"" + "x".repeat(129) + "\"}", "$default"},
                {"[".repeat(5000), "$default"},
            };
            for (var i = 0; i < said.length; i++) {
                client.say(said[i][0]);
                var event = api.event("MESSAGE", i + 1);
                assertEquals(said[i][1], event.at("/requestContext/routeKey").asText());
                assertEquals(said[i][0], event.get("body").asText());
                assertFalse(event.get("isBase64Encoded").asBoolean());
                assertTrue(event.at("/requestContext/messageId").isTextual());
            }
            assertEquals(said.length, api.figures().messagesIn());
        }
    }

    @Test
    void theBodyOfTheAnswerGoesDownTheSameSocket() throws Exception {
        messages = event -> ASocketApi.reply("heard " + event.get("body").asText());
        try (var client = connect();
                var other = connect()) {
            client.say("弹幕");
            other.say("two");
            assertEquals("heard 弹幕", client.text());
            assertEquals("heard two", other.text());
        }
    }

    @Test
    void anAnswerWithoutBodySendsNothing() throws Exception {
        messages = event -> switch (event.get("body").asText()) {
            case "null" -> ASocketApi.answered("null");
            case "empty" -> ASocketApi.answered("{}");
            case "blank" -> ASocketApi.reply("");
            default -> ASocketApi.reply("here");
        };
        try (var client = connect()) {
            client.say("null");
            client.say("empty");
            client.say("blank");
            client.say("last");
            assertEquals("here", client.text());
        }
    }

    @Test
    void aFailureIsToldAsApiGatewayTellsIt() throws Exception {
        messages = event -> switch (event.get("body").asText()) {
            case "failed" -> new InvocationResult.Failed("r", FailureKind.HANDLER, "Refused", "secret");
            case "throttled" -> new InvocationResult.Throttled("sockets");
            case "malformed" -> ASocketApi.answered("{\"statusCode\":200,\"body\":{}}");
            default -> ASocketApi.reply("x".repeat(SocketSettings.MAX_MESSAGE_BYTES + 1));
        };
        try (var client = connect()) {
            for (var n = 1; n <= 4; n++) {
                client.say(new String[] {"failed", "throttled", "malformed", "huge"}[n - 1]);
                var told = ASocketApi.JSON.readTree(client.text());
                var context = api.event("MESSAGE", n).get("requestContext");
                assertEquals("Internal server error", told.get("message").asText());
                assertEquals(context.get("connectionId"), told.get("connectionId"));
                assertEquals(context.get("requestId"), told.get("requestId"));
                assertEquals(3, told.size());
            }
            assertEquals(4, api.figures().failures());
        }
    }

    @Test
    void oneAfterAnotherAlthoughTheFunctionHasRoomForMore() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        messages = event -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return ASocketApi.reply(event.get("body").asText());
        };
        try (var client = connect()) {
            for (var i = 0; i < 60; i++) {
                client.say(Integer.toString(i));
            }
            for (var i = 0; i < 60; i++) {
                assertEquals(Integer.toString(i), client.text());
            }
            assertEquals(1, most.get());
        }
    }

    @Test
    void aSlowInvocationOfOneSocketHoldsUpNoOther() throws Exception {
        var release = new CountDownLatch(1);
        messages = event -> {
            if (event.get("body").asText().equals("slow")) {
                await(release);
            }
            return ASocketApi.reply("done");
        };
        try (var slow = connect();
                var quick = connect()) {
            slow.say("slow");
            api.event("MESSAGE", 1);
            quick.say("quick");
            assertEquals("done", quick.text());
            release.countDown();
            assertEquals("done", slow.text());
        }
    }

    @Test
    void aBurstOfSocketsWaitsForTheFunctionInsteadOfBeingThrottled() throws Exception {
        api.close();
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        api = new ASocketApi(folder, SocketSettings.DEFAULT, 2, event -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return ASocketApi.reply("done");
        });
        var clients = new ArrayList<AClient>();
        try {
            for (var i = 0; i < 60; i++) {
                clients.add(connect());
            }
            for (var client : clients) {
                client.say("all at once");
            }
            for (var client : clients) {
                assertEquals("done", client.text());
            }
            assertTrue(most.get() <= 2, "as many as the function may have processes");
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aFloodClosesItsOwnSocketAndWhatWasTakenIsInvoked() throws Exception {
        var release = new CountDownLatch(1);
        messages = event -> {
            if (event.get("body").asText().startsWith("flood")) {
                await(release);
            }
            return ASocketApi.reply("done");
        };
        var room = SocketSettings.DEFAULT.inbox().entries();
        try (var flooding = connect();
                var calm = connect()) {
            flooding.say("flood");
            api.event("MESSAGE", 1);
            for (var i = 0; i < room + 1; i++) {
                flooding.say("flood " + i);
            }
            assertEquals(1008, flooding.untilClose().status());
            calm.say("calm");
            assertEquals("done", calm.text());
            release.countDown();
            assertEquals(
                    1008,
                    api.event("DISCONNECT", 1)
                            .at("/requestContext/disconnectStatusCode")
                            .asInt());
            // the first, those that waited, and the calm one's
            assertEquals(room + 2, api.events("MESSAGE").size());
            assertEquals(1, api.figures().flooded());
        }
    }

    @Test
    void fragmentsMakeOneMessageAndControlFramesMayComeBetween() throws Exception {
        var bytes = "弹幕".getBytes(StandardCharsets.UTF_8);
        try (var client = connect()) {
            client.frame(Frame.TEXT, false, new byte[] {bytes[0], bytes[1]});
            client.frame(Frame.PING, true, new byte[] {7});
            client.frame(Frame.PONG, true, new byte[0]);
            client.frame(Frame.CONTINUATION, false, new byte[] {bytes[2], bytes[3]});
            client.frame(Frame.CONTINUATION, true, new byte[] {bytes[4], bytes[5]});
            assertEquals("弹幕", api.event("MESSAGE", 1).get("body").asText());
            assertEquals(new AClient.Received(Frame.PONG, "\u0007", 0), client.read());
        }
    }

    @Test
    void disconnectIsToldOnceAndAfterTheLastMessage() throws Exception {
        var release = new CountDownLatch(1);
        messages = _ -> {
            await(release);
            return ACCEPTED;
        };
        try (var client = connect()) {
            client.say("one");
            client.say("two");
            client.bye(3001, "enough");
            assertEquals(3001, client.untilClose().status());
            client.awaitEnd();
            assertTrue(api.events("DISCONNECT").isEmpty());
            release.countDown();
        }
        var context = api.event("DISCONNECT", 1).get("requestContext");
        assertEquals("$disconnect", context.get("routeKey").asText());
        assertEquals(3001, context.get("disconnectStatusCode").asInt());
        assertEquals("enough", context.get("disconnectReason").asText());
        assertEquals("DISCONNECT", ASocketApi.type(api.events.getLast()));
        api.stopSockets();
        assertEquals(1, api.events("DISCONNECT").size());
        assertEquals(2, api.events("MESSAGE").size());
    }

    @Test
    void aSocketThatBreaksIsToldToDisconnectToo() throws Exception {
        try (var client = connect()) {
            api.event("CONNECT", 1);
            client.frame(Frame.TEXT, false, new byte[] {'x'});
        }
        var context = api.event("DISCONNECT", 1).get("requestContext");
        assertEquals(1006, context.get("disconnectStatusCode").asInt());
        Eventually.holds("no socket is left", () -> api.figures().open() == 0);
    }

    @Test
    void aCloseFrameWithoutStatusIsAnswered() throws Exception {
        try (var client = connect()) {
            client.frame(Frame.CLOSE, true, new byte[0]);
            assertEquals(0, client.untilClose().status());
        }
        assertEquals(
                1005,
                api.event("DISCONNECT", 1)
                        .at("/requestContext/disconnectStatusCode")
                        .asInt());
    }
}
