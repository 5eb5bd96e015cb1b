package dev.vitrine.it.support;

import static dev.vitrine.it.support.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A viewer's socket, as a client of any language would use `contract/asyncapi.yaml`: it follows both
/// lanes, applies the cursor rule, and remembers whatever breaks it.
public final class ChatSocket implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RESEND_AFTER = Duration.ofSeconds(3);
    /// Each ping runs on a thread of its own: a socket that hangs keeps no other from its signs of life.
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pings").factory());

    private final URI address;
    private final Optional<String> token;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, JsonNode> replies = new ConcurrentHashMap<>();
    private final ReadItems read = new ReadItems();
    private final Object sending = new Object();
    private final List<JsonNode> others = new ArrayList<>();
    private WebSocket socket;
    private volatile JsonNode joined;
    private volatile String room;
    private volatile boolean closed;
    /// So much was missed that it came in steps: what is sent meanwhile is behind the next step.
    private volatile boolean inSteps;
    private volatile Thread segments;
    private ScheduledFuture<?> pings;

    private ChatSocket(URI address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /// @return a socket that is connected and in no room yet
    public static ChatSocket connect(Cloud cloud, Optional<String> token) {
        var socket = new ChatSocket(URI.create("ws://127.0.0.1:" + cloud.port() + "/v1/sockets"), token);
        socket.open();
        return socket;
    }

    /// The status with which a handshake is refused.
    public static int refusal(Cloud cloud, String token) {
        try {
            connect(cloud, Optional.of(token)).close();
            throw new AssertionError("the handshake was not refused");
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }

    private void open() {
        var builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(20));
        token.ifPresentOrElse(
                bearer -> builder.subprotocols("vitrine.v1", "bearer." + bearer),
                () -> builder.subprotocols("vitrine.v1"));
        closed = false;
        socket = builder.buildAsync(address, new Listener()).join();
    }

    /// Comes back after the socket was lost, with its cursor.
    public void reconnect() {
        open();
        join(room);
    }

    public boolean isClosed() {
        return closed;
    }

    /// Enters a room, or comes back to it.
    public JsonNode join(String wanted) {
        var request = request("join").put("room", wanted);
        if (wanted.equals(room)) {
            request.put("after", read.cursor());
        }
        room = wanted;
        joined = null;
        send(request);
        return eventually("the room is joined", PATIENCE, () -> joined, found -> found != null);
    }

    /// Says something and waits for the reply.
    public JsonNode say(String text) {
        return ask(request("say").put("text", text));
    }

    /// Sends any request with an id and waits for its reply.
    public JsonNode ask(ObjectNode request) {
        send(request);
        var id = request.path("id").asText();
        return eventually("a reply to " + id, PATIENCE, () -> replies.get(id), found -> found != null);
    }

    /// Sends the same request until it is answered, as a good client does: an answer may be lost, its
    /// effect is not repeated.
    public JsonNode askStubbornly(ObjectNode request) {
        var id = request.path("id").asText();
        return eventually(
                "a reply to " + id,
                PATIENCE,
                () -> {
                    if (closed) {
                        reconnect();
                    }
                    send(request);
                    return eventually("an answer", RESEND_AFTER, () -> replies.get(id), found -> found != null);
                },
                reply -> !reply.path("rule").asText().equals("UNAVAILABLE") || replies.remove(id) == null);
    }

    public ObjectNode request(String action) {
        return JSON.createObjectNode().put("action", action).put("id", "it-" + ids.incrementAndGet());
    }

    public void like(int count) {
        send(JSON.createObjectNode().put("action", "like").put("count", count));
    }

    public void send(JsonNode message) {
        sendText(message.toString());
    }

    public void sendText(String text) {
        // one message at a time: a ping may come between
        synchronized (sending) {
            socket.sendText(text, true).join();
        }
    }

    public ReadItems read() {
        return read;
    }

    /// Pongs and errors, in order.
    public synchronized List<JsonNode> others() {
        return List.copyOf(others);
    }

    /// Waits until an item was shown that fits.
    public JsonNode awaitItem(String what, Predicate<JsonNode> wanted) {
        return eventually(
                        what,
                        PATIENCE,
                        () -> read.items().stream().filter(wanted).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    public JsonNode joined() {
        return joined;
    }

    private void take(JsonNode message) {
        switch (message.path("type").asText()) {
            case "joined" -> {
                read.joined(message);
                if (message.path("more").asBoolean()) {
                    inSteps = true;
                    Thread.ofVirtual().start(this::joinFurther);
                }
                joined = message;
                pingEvery(message.path("pingSeconds").asLong());
                follow(message.path("lane").asText(), message.path("segments"));
            }
            case "batch" -> batch(message);
            case "reply" -> replies.put(message.path("id").asText(), message);
            default -> {
                synchronized (this) {
                    others.add(message);
                }
            }
        }
    }

    /// A reader that gives no sign of life is sent nothing more after a minute.
    private synchronized void pingEvery(long seconds) {
        stopPinging();
        pings = CLOCK.scheduleAtFixedRate(
                () -> Thread.ofVirtual().start(this::ping), seconds, seconds, TimeUnit.SECONDS);
    }

    private synchronized void stopPinging() {
        if (pings != null) {
            pings.cancel(false);
        }
    }

    private void ping() {
        if (closed) {
            return;
        }
        try {
            send(JSON.createObjectNode().put("action", "ping"));
        } catch (CompletionException lost) {
            // the listener hears of it as well
            closed = true;
        }
    }

    /// A room that went back to lane A serves sockets at once; whoever still reads segments is not there yet.
    private void batch(JsonNode batch) {
        if (segments != null) {
            return;
        }
        if (inSteps && read.isGap(batch)) {
            Thread.ofVirtual().start(this::joinFurther);
            return;
        }
        for (var item : read.batch(batch)) {
            if (item.path("kind").asText().equals("lane")) {
                follow(item.path("lane").asText(), item.path("segments"));
            }
        }
    }

    private synchronized void follow(String lane, JsonNode how) {
        if (lane.equals("B") && segments == null) {
            segments = Thread.ofVirtual().start(() -> readOrTell(how));
        }
    }

    private void readOrTell(JsonNode how) {
        try {
            readSegments(how);
        } catch (RuntimeException | AssertionError failure) {
            read.fault("segments are read no further: " + failure);
        }
    }

    /// Slot after slot, each as soon as it is there, until the lane is left.
    private void readSegments(JsonNode how) {
        var base = URI.create(how.path("base").asText());
        for (long slot = how.path("from").asLong(); !closed; slot++) {
            var object = base.resolve(slot + ".json");
            var segment = eventually(
                    object.toString(), PATIENCE, () -> PublicObjects.get(object), found -> found.isPresent() || closed);
            if (segment.isEmpty()) {
                return;
            }
            read.segment(segment.get());
            if (leavesLane(segment.get())) {
                segments = null;
                joinFurther();
                return;
            }
        }
    }

    /// Not on the thread that reads: it would wait for itself.
    private void joinFurther() {
        send(request("join").put("room", room).put("after", read.cursor()));
    }

    private static boolean leavesLane(JsonNode segment) {
        for (var item : segment.path("items")) {
            if (item.path("kind").asText().equals("lane")
                    && item.path("lane").asText().equals("A")) {
                return true;
            }
        }
        return false;
    }

    /// Without a goodbye, as a lost phone does.
    public void abort() {
        closed = true;
        stopPinging();
        socket.abort();
    }

    @Override
    public void close() {
        stopPinging();
        if (!closed) {
            closed = true;
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .exceptionally(gone -> null)
                    .join();
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    take(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException("not JSON: " + text, e);
                } finally {
                    text.setLength(0);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed = true;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed = true;
        }
    }
}
