package dev.vitrine.chat.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.random.RandomGenerator;

/// One client that lost its socket and comes back with its cursor: connects, joins, checks what it is given
/// and what follows, leaves. Whatever fails is tried again after a while, as `clients/core` does.
final class Resumption {
    private static final int TRIES = 8;
    private static final long FIRST_BACK_OFF_MILLIS = 500;
    private static final long LONGEST_BACK_OFF_MILLIS = 15_000;
    /// A try that is not answered by then has failed.
    private static final long TRY_MILLIS = 15_000;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final WebSocketConnectOptions address;
    private final String room;
    private final Slots slots;
    private final long after;
    private final RandomGenerator random;
    private final ResumeTally tally;
    private final long beganNanos = System.nanoTime();
    private int failures;

    Resumption(
            Vertx vertx,
            WebSocketClient client,
            WebSocketConnectOptions address,
            String room,
            Slots slots,
            long after,
            RandomGenerator random,
            ResumeTally tally) {
        this.vertx = vertx;
        this.client = client;
        this.address = address;
        this.room = room;
        this.slots = slots;
        this.after = after;
        this.random = random;
        this.tally = tally;
    }

    void begin() {
        tally.begun();
        attempt();
    }

    private void attempt() {
        var socket = client.webSocket();
        var attempt = new Attempt(socket);
        socket.textMessageHandler(attempt::take);
        socket.closeHandler(_ -> attempt.fail("closed " + socket.closeStatusCode()));
        socket.connect(address)
                .onSuccess(_ -> socket.writeTextMessage("{\"action\":\"join\",\"id\":\"r" + failures + "\",\"room\":\""
                        + room + "\",\"after\":" + after + "}"))
                .onFailure(why -> attempt.fail(String.valueOf(why.getMessage())));
    }

    private void again(String why) {
        failures++;
        tally.failed(why);
        if (failures >= TRIES) {
            tally.lost();
            return;
        }
        var whole = Math.min(LONGEST_BACK_OFF_MILLIS, FIRST_BACK_OFF_MILLIS << (failures - 1));
        vertx.setTimer((long) (whole * (0.5 + random.nextDouble() / 2)), _ -> attempt());
    }

    /// One connection; ends once, well or not.
    private final class Attempt {
        private final ClientWebSocket socket;
        private final long timer;
        private boolean over;

        Attempt(ClientWebSocket socket) {
            this.socket = socket;
            this.timer = vertx.setTimer(TRY_MILLIS, _ -> {
                fail("no answer within " + TRY_MILLIS / 1000 + " s");
                socket.close();
            });
        }

        void fail(String why) {
            if (end()) {
                again(why);
            }
        }

        private boolean end() {
            vertx.cancelTimer(timer);
            var first = !over;
            over = true;
            return first;
        }

        void take(String text) {
            var message = FrameReader.json(text);
            switch (message.path("type").asText()) {
                case "joined" -> joined(message);
                case "reply", "error" -> {
                    fail(message.path("rule").asText());
                    socket.close();
                }
                default -> {} // a batch of lane A: not what is checked here
            }
        }

        private void joined(JsonNode joined) {
            if (!end()) {
                return;
            }
            tally.joined(System.nanoTime() - beganNanos);
            var cursor = joined.path("cursor").asLong();
            var given = new Heard(after, cursor, FrameReader.items(joined.path("items")), true, 0);
            if (joined.path("reset").asBoolean()) {
                finish("began anew instead of going on");
            } else if (!given.dense()) {
                finish("what it was given has a gap or a repeat: (" + after + ", " + cursor + "]");
            } else if (!joined.path("lane").asText().equals("B")) {
                finish("the room left lane B");
            } else {
                slots.slot(joined.path("segments").path("from").asLong())
                        .onSuccess(segment -> finish(follows(segment.heard(), cursor)));
            }
        }

        /// Empty when what follows leaves nothing out, but what its budget had no room for: a slot that was
        /// written late holds the talk of several.
        private String follows(Heard segment, long cursor) {
            if (segment.after() > cursor) {
                return "a gap between " + cursor + " and the segment after " + segment.after();
            }
            return segment.dense() || segment.spoken() >= LaneB.BUDGET
                    ? ""
                    : "a segment with a gap: (" + segment.after() + ", " + segment.until() + "]";
        }

        private void finish(String fault) {
            tally.done(fault);
            socket.close();
        }
    }
}
