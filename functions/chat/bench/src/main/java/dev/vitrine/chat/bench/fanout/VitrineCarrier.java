package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The product: sockets of the local cloud, as a client of any language would open them.
final class VitrineCarrier implements Carrier {
    private final BenchCloud cloud;
    private final Vertx vertx;
    private final WebSocketClient client;
    private final RandomGenerator random;
    private final FrameReader reader = new FrameReader();
    private final Map<String, List<String>> tokens = new HashMap<>();
    private final String kind;

    VitrineCarrier(BenchCloud cloud, Vertx vertx, RandomGenerator random) throws IOException, InterruptedException {
        this.cloud = cloud;
        this.vertx = vertx;
        this.client = Sockets.client(vertx);
        this.random = random;
        this.kind = kind(cloud);
    }

    private static String kind(BenchCloud cloud) throws IOException, InterruptedException {
        for (var function : cloud.api().figures().path("functions")) {
            if (function.path("function").asText().equals("chat-fan-out")) {
                return function.path("kind").asText();
            }
        }
        throw new IOException("the local cloud knows no chat-fan-out");
    }

    @Override
    public String name() {
        return "Vitrine (" + kind + ")";
    }

    @Override
    public String without() {
        return "merges to 2 frames a second, filters, keeps in Redis and PostgreSQL, resumes";
    }

    @Override
    public String open(int speakers) throws IOException, InterruptedException {
        var api = cloud.api();
        var room = api.openRoom("Fan-out");
        var found = new ArrayList<String>();
        for (var i = 0; i < speakers; i++) {
            found.add(api.token("bench-speaker-" + i, "viewer"));
        }
        tokens.put(room, found);
        return room;
    }

    @Override
    public Future<Seat> seat(String room, int number, int seats, Tally tally) {
        var known = tokens.get(room);
        var options = new WebSocketConnectOptions()
                .setHost(cloud.url().getHost())
                .setPort(cloud.url().getPort())
                .setURI("/v1/sockets")
                .addSubProtocol("vitrine.v1");
        if (number < known.size()) {
            options.addSubProtocol("bearer." + known.get(number));
        }
        var seat = new VitrineSeat(vertx, client.webSocket(), room, seats, tally, reader, random);
        return seat.enter(options);
    }

    @Override
    public Processes processes() {
        return cloud.processes();
    }

    BenchCloud cloud() {
        return cloud;
    }

    /// The cloud is its starter's to stop.
    @Override
    public void close() {
        client.close();
    }
}
