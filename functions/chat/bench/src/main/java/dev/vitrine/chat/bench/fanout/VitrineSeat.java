package dev.vitrine.chat.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.random.RandomGenerator;

/// A socket in a room, by `contract/asyncapi.yaml`: joins, pings, says, and follows the cursor rule.
final class VitrineSeat implements Seat {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BATCH = "{\"type\":\"batch\"";
    private static final long MILLIS = 1000;

    private final Vertx vertx;
    private final ClientWebSocket socket;
    private final String room;
    private final int seats;
    private final Tally tally;
    private final FrameReader reader;
    private final RandomGenerator random;
    private final Promise<Seat> entered = Promise.promise();
    private Cursor cursor = new Cursor(0);
    private long ids;
    private long pinger = -1;
    private boolean leaving;

    VitrineSeat(
            Vertx vertx,
            ClientWebSocket socket,
            String room,
            int seats,
            Tally tally,
            FrameReader reader,
            RandomGenerator random) {
        this.vertx = vertx;
        this.socket = socket;
        this.room = room;
        this.seats = seats;
        this.tally = tally;
        this.reader = reader;
        this.random = random;
    }

    /// Done when the room is joined.
    Future<Seat> enter(WebSocketConnectOptions options) {
        socket.textMessageHandler(this::take);
        socket.closeHandler(_ -> ended());
        socket.connect(options)
                .onFailure(entered::tryFail)
                .onSuccess(_ -> send(message("join").put("id", "j" + ids++).put("room", room)));
        return entered.future();
    }

    private void take(String text) {
        if (text.startsWith(BATCH)) {
            tally.heard(reader.batch(text), cursor, System.nanoTime());
            return;
        }
        var message = FrameReader.json(text);
        switch (message.path("type").asText()) {
            case "joined" -> joined(message);
            case "reply" -> replied(message);
            case "error" -> tally.erred();
            default -> {} // pong
        }
    }

    private void joined(JsonNode joined) {
        cursor = new Cursor(joined.path("cursor").asLong());
        var every = joined.path("pingSeconds").asLong() * MILLIS;
        pinger = vertx.setPeriodic(1 + random.nextLong(every), every, _ -> send(message("ping")));
        entered.tryComplete(this);
    }

    private void replied(JsonNode reply) {
        if (!entered.future().isComplete()) {
            entered.fail("the room was not joined: " + reply);
        } else if (reply.path("ok").asBoolean()) {
            tally.accepted(seats);
        } else {
            tally.refused();
        }
    }

    private void ended() {
        vertx.cancelTimer(pinger);
        if (!leaving && !entered.tryFail("the socket was closed: " + socket.closeStatusCode())) {
            tally.broken();
        }
    }

    @Override
    public void say(Mark mark) {
        send(message("say").put("id", "s" + ids++).put("text", mark.text(random)));
    }

    @Override
    public void like(int taps) {
        send(message("like").put("count", taps));
    }

    private static ObjectNode message(String action) {
        return JSON.createObjectNode().put("action", action);
    }

    private void send(ObjectNode message) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(message.toString());
        }
    }

    @Override
    public void leave() {
        leaving = true;
        vertx.cancelTimer(pinger);
        socket.close();
    }
}
