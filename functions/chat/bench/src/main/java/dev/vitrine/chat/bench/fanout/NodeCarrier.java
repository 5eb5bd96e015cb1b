package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Child;
import dev.vitrine.bench.LocalPorts;
import dev.vitrine.bench.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A peer: one Node process with the package `ws` that sends what it gets to every socket of the room.
final class NodeCarrier implements Carrier {
    private static final Duration READY_WITHIN = Duration.ofSeconds(20);

    private final Child server;
    private final int port;
    private final WebSocketClient client;
    private final FrameReader reader = new FrameReader();
    private final RandomGenerator random;

    private NodeCarrier(Child server, int port, Vertx vertx, RandomGenerator random) {
        this.server = server;
        this.port = port;
        this.client = Sockets.client(vertx);
        this.random = random;
    }

    /// @param modules a folder in which the package `ws` is installed
    static NodeCarrier start(Path home, Path modules, Vertx vertx, RandomGenerator random)
            throws IOException, InterruptedException {
        var port = LocalPorts.free(1);
        var script =
                home.resolve("functions/chat/bench/src/main/node/broadcast.mjs").toString();
        var server = Child.start(
                "the Node server",
                List.of("node", script, Integer.toString(port), modules.toString()),
                Map.of("NODE_ENV", "production"),
                modules.resolve("broadcast.log"));
        server.awaitReady(READY_WITHIN, () -> listens(port));
        return new NodeCarrier(server, port, vertx, random);
    }

    static boolean listens(int port) throws IOException {
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        }
    }

    @Override
    public String name() {
        return "Node ws";
    }

    @Override
    public String without() {
        return "no merging, filter, rates, tokens, numbers, resume, persistence";
    }

    @Override
    public String open(int speakers) {
        return UUID.randomUUID().toString();
    }

    @Override
    public Future<Seat> seat(String room, int number, int seats, Tally tally) {
        var socket = client.webSocket();
        var unnumbered = new Cursor(0);
        var left = new boolean[1];
        socket.textMessageHandler(text -> tally.heard(reader.item(text), unnumbered, System.nanoTime()));
        socket.closeHandler(_ -> {
            if (!left[0]) {
                tally.broken();
            }
        });
        var options =
                new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/" + room);
        return socket.connect(options).map(_ -> new Seat() {
            @Override
            public void say(Mark mark) {
                tally.accepted(seats);
                socket.writeTextMessage(PeerItems.danmaku(mark.text(random)));
            }

            @Override
            public void like(int taps) {
                socket.writeTextMessage(PeerItems.taps(taps));
            }

            @Override
            public void leave() {
                left[0] = true;
                socket.close();
            }
        });
    }

    @Override
    public Processes processes() {
        return Processes.of(server.pid(), "server");
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
