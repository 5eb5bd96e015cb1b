package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Child;
import dev.vitrine.bench.LocalPorts;
import dev.vitrine.bench.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A peer: nats-server, a message broker in Go. A room is a subject; taps of a room are published once a
/// second by the load client, since a broker adds nothing up.
final class NatsCarrier implements Carrier {
    private static final Duration READY_WITHIN = Duration.ofSeconds(20);
    private static final long LIKES_EVERY_MILLIS = 1000;

    private final Child server;
    private final int port;
    private final Vertx vertx;
    private final NetClient client;
    private final FrameReader reader = new FrameReader();
    private final RandomGenerator random;
    private final Map<String, Taps> taps = new HashMap<>();

    /// Of one room.
    static final class Taps {
        private int untold;
        private long total;

        void add(int more) {
            untold += more;
        }
    }

    private NatsCarrier(Child server, int port, Vertx vertx, RandomGenerator random) {
        this.server = server;
        this.port = port;
        this.vertx = vertx;
        this.client = vertx.createNetClient();
        this.random = random;
    }

    static NatsCarrier start(Path program, Path log, Vertx vertx, RandomGenerator random)
            throws IOException, InterruptedException {
        var port = LocalPorts.free(1);
        var server = Child.start(
                "nats-server",
                List.of(program.toString(), "-a", "127.0.0.1", "-p", Integer.toString(port)),
                Map.of(),
                log);
        server.awaitReady(READY_WITHIN, () -> NodeCarrier.listens(port));
        return new NatsCarrier(server, port, vertx, random);
    }

    @Override
    public String name() {
        return "nats-server";
    }

    @Override
    public String without() {
        return "no WebSocket, merging, filter, rates, tokens, numbers, resume, persistence, likes added up";
    }

    @Override
    public String open(int speakers) {
        return UUID.randomUUID().toString();
    }

    @Override
    public Future<Seat> seat(String room, int number, int seats, Tally tally) {
        return client.connect(port, "127.0.0.1").compose(socket -> {
            var seat = new NatsSeat(socket, room, seats, tally, reader, random, tapsOf(room));
            if (number == 0) {
                vertx.setPeriodic(LIKES_EVERY_MILLIS, _ -> tell(room, seat));
            }
            return seat.enter();
        });
    }

    private Taps tapsOf(String room) {
        return taps.computeIfAbsent(room, _ -> new Taps());
    }

    private void tell(String room, NatsSeat seat) {
        var sum = tapsOf(room);
        if (sum.untold > 0) {
            sum.total += sum.untold;
            seat.publish(PeerItems.likes(sum.untold, sum.total));
            sum.untold = 0;
        }
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
