package dev.vitrine.local.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.runtime.InvocationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketsAreClosedAtTheirBoundsTest {
    private static final InvocationResult ACCEPTED = ASocketApi.answered(ASocketApi.ACCEPTED);
    private static final int FRAME = SocketSettings.MAX_FRAME_BYTES;

    @TempDir
    Path folder;

    private ASocketApi api;

    @BeforeEach
    void start() throws IOException {
        api = new ASocketApi(folder, _ -> ACCEPTED);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private AClient connect() throws IOException {
        return new AClient(api.port(), "/v1/sockets");
    }

    private interface Rudeness {
        void to(AClient client) throws IOException;
    }

    private void closesWith(int code, Rudeness rudeness) throws IOException {
        try (var client = connect()) {
            var id = api.events("CONNECT").getLast().at("/requestContext/connectionId");
            rudeness.to(client);
            assertEquals(code, client.untilClose().status());
            // the bytes that it did not read are let go with the connection
            client.close();
            Eventually.holds("the end is told as it was", () -> api.events("DISCONNECT").stream()
                    .map(event -> event.get("requestContext"))
                    .anyMatch(context -> context.get("connectionId").equals(id)
                            && context.get("disconnectStatusCode").asInt() == code));
        }
    }

    @Test
    void aFrameOf32KibIsTakenAndALargerOneEndsWith1009() throws Exception {
        try (var client = connect()) {
            client.frame(Frame.TEXT, true, "x".repeat(FRAME).getBytes());
            assertEquals(FRAME, api.event("MESSAGE", 1).get("body").asText().length());
        }
        closesWith(1009, client -> client.frame(Frame.TEXT, true, new byte[FRAME + 1]));
        // told by the length alone: nobody waits for what never comes
        closesWith(1009, client -> client.write(new byte[] {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 1, 0, 0, 0, 0}));
        closesWith(1009, client -> client.write(new byte[] {(byte) 0x81, -1, -1, -1, -1, -1, -1, -1, -1, -1}));
    }

    @Test
    void aMessageOf128KibIsTakenAndALongerOneEndsWith1009() throws Exception {
        var part = "x".repeat(FRAME).getBytes();
        try (var client = connect()) {
            client.frame(Frame.TEXT, false, part);
            client.frame(Frame.CONTINUATION, false, part);
            client.frame(Frame.CONTINUATION, false, part);
            client.frame(Frame.CONTINUATION, true, part);
            assertEquals(
                    SocketSettings.MAX_MESSAGE_BYTES,
                    api.event("MESSAGE", 1).get("body").asText().length());
        }
        closesWith(1009, client -> {
            client.frame(Frame.TEXT, false, part);
            client.frame(Frame.CONTINUATION, false, part);
            client.frame(Frame.CONTINUATION, false, part);
            client.frame(Frame.CONTINUATION, false, part);
            client.frame(Frame.CONTINUATION, true, new byte[] {'x'});
        });
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        closesWith(1003, client -> client.frame(Frame.BINARY, true, new byte[] {1}));
        closesWith(1007, client -> client.frame(Frame.TEXT, true, new byte[] {(byte) 0xC0, (byte) 0x80}));
        closesWith(1007, client -> client.frame(Frame.TEXT, true, new byte[] {(byte) 0xE5, (byte) 0xBC}));
    }

    @Test
    void whoBreaksTheProtocolIsSentAway() throws Exception {
        closesWith(1002, client -> client.write(new byte[] {(byte) 0x81, 1, 'x'}));
        closesWith(1002, client -> client.frame(0x40 | Frame.TEXT, true, new byte[] {'x'}));
        closesWith(1002, client -> client.frame(0x3, true, new byte[0]));
        closesWith(1002, client -> client.frame(Frame.PING, false, new byte[0]));
        closesWith(1002, client -> client.frame(Frame.PING, true, new byte[126]));
        closesWith(1002, client -> client.frame(Frame.CONTINUATION, true, new byte[] {'x'}));
        closesWith(1002, client -> {
            client.frame(Frame.TEXT, false, new byte[] {'x'});
            client.frame(Frame.TEXT, true, new byte[] {'x'});
        });
        closesWith(1002, client -> client.frame(Frame.CLOSE, true, new byte[] {3}));
        closesWith(1002, client -> client.bye(1005, ""));
        closesWith(1002, client -> client.bye(999, ""));
    }

    @Test
    void anIdleSocketGoesAwayAndABusyOneStays() throws Exception {
        api.close();
        api = new ASocketApi(
                folder,
                ASocketApi.settings(Duration.ofMillis(600), Duration.ofMinutes(1), 10, SocketSettings.DEFAULT.outbox()),
                4,
                event -> ASocketApi.type(event).equals("MESSAGE") ? ASocketApi.reply("here") : ACCEPTED);
        try (var idle = connect();
                var busy = connect()) {
            // answers keep coming until the other one, as old as this, is gone
            var closed = false;
            for (var talked = 0; !closed; talked++) {
                busy.say("still here");
                assertEquals("here", busy.text());
                closed = !api.events("DISCONNECT").isEmpty();
                assertTrue(talked < 1_000_000);
            }
            assertEquals(new AClient.Received(Frame.CLOSE, "Going away", 1001), idle.read());
            busy.say("still here");
            assertEquals("here", busy.text());
        }
    }

    @Test
    void aStopOfTheLocalCloudSendsEverybodyAway() throws Exception {
        try (var one = connect();
                var two = connect()) {
            var stop = Thread.ofVirtual().start(api::stopSockets);
            for (var client : new AClient[] {one, two}) {
                var told = client.untilClose();
                assertEquals(1001, told.status());
                client.bye(1001, "");
                client.awaitEnd();
            }
            stop.join();
            assertEquals(2, api.events("DISCONNECT").size());
            assertEquals(
                    1001,
                    api.event("DISCONNECT", 1)
                            .at("/requestContext/disconnectStatusCode")
                            .asInt());
            assertEquals(0, api.figures().open());
        }
        try (var late = connect()) {
            assertEquals(429, late.status());
        }
    }

    @Test
    void whoDoesNotSayGoodbyeIsCut() throws Exception {
        api.close();
        api = new ASocketApi(
                folder,
                ASocketApi.settings(Duration.ofMillis(300), Duration.ofMinutes(1), 10, SocketSettings.DEFAULT.outbox()),
                4,
                _ -> ACCEPTED);
        try (var client = connect()) {
            assertEquals(1001, client.untilClose().status());
            client.awaitEnd();
        }
    }
}
