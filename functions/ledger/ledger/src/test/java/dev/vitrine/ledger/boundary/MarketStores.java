package dev.vitrine.ledger.boundary;

import com.sun.net.httpserver.HttpServer;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.test.TestQueues;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import redis.embedded.RedisServer;
import software.amazon.awssdk.services.sqs.SqsClient;

/// PostgreSQL, Redis, a queue that hears of gifts, and the provider's side of opening a session.
public class MarketStores implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "the secret of the tests";
    static final String PREVIOUS_SECRET = "the secret before";

    /// Redis Cluster Specification: keys are in one of these.
    private static final int SLOTS = 16_384;

    static LedgerDatabase database;
    static SqsClient sqs;
    static String queue;
    static RedisServer redis;
    static final List<String> SESSIONS_ASKED = new CopyOnWriteArrayList<>();
    static volatile boolean providerDown;

    private TestQueues queues;
    private HttpServer provider;

    @Override
    public Map<String, String> start() {
        database = LedgerDatabase.fresh(2);
        queues = TestQueues.start();
        queue = queues.make("gifts");
        sqs = queues.client();
        var settings = new HashMap<>(database.settings());
        settings.putAll(queues.settings(Map.of(
                "dev.vitrine.ledger.gift-sent.v1", queue, "dev.vitrine.ledger.verification-advanced.v1", queue)));
        settings.put("vitrine.public.url", "http://127.0.0.1:8080");
        settings.put("vitrine.sealing.key", "c2VhbGluZyBrZXkgb2YgdGhlIHRlc3RzLCAzMiBieXQ=");
        settings.put("vitrine.payments.sandbox.secret", SECRET);
        settings.put("vitrine.payments.sandbox.previous-secret", PREVIOUS_SECRET);
        try {
            int port;
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            redis = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("dir " + Files.createTempDirectory("market-redis"))
                    .setting("cluster-enabled yes")
                    .build();
            redis.start();
            takeEverySlot(port);
            settings.put("vitrine.redis.url", "redis://127.0.0.1:" + port);
            provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            provider.createContext("/sessions", exchange -> {
                var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                SESSIONS_ASKED.add(asked);
                var allowed =
                        ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
                var id = "session-" + Json.read(asked).path("idempotencyKey").textValue();
                var answer = ("{\"id\":\"" + id + "\",\"payUrl\":\"http://127.0.0.1/pay/" + id + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(providerDown ? 503 : allowed ? 201 : 401, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            provider.start();
            settings.put(
                    "vitrine.payments.sandbox.url",
                    "http://127.0.0.1:" + provider.getAddress().getPort());
        } catch (IOException broken) {
            throw new IllegalStateException("the stores of the tests did not start", broken);
        }
        return settings;
    }

    /// One node that has every slot of a cluster: a script whose keys are in several is refused as in any cluster.
    private static void takeEverySlot(int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var command = new StringBuilder("*" + (SLOTS + 2) + "\r\n$7\r\nCLUSTER\r\n$8\r\nADDSLOTS\r\n");
            for (int slot = 0; slot < SLOTS; slot++) {
                var text = Integer.toString(slot);
                command.append("$")
                        .append(text.length())
                        .append("\r\n")
                        .append(text)
                        .append("\r\n");
            }
            socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.UTF_8));
            if (!"+OK".equals(answers.readLine())) {
                throw new IOException("Redis took no slots");
            }
            while (!info(socket, answers).contains("cluster_state:ok")) {
                Thread.onSpinWait();
            }
        }
    }

    private static String info(Socket socket, BufferedReader answers) throws IOException {
        socket.getOutputStream().write("CLUSTER INFO\r\n".getBytes(StandardCharsets.UTF_8));
        var left = Integer.parseInt(answers.readLine().substring(1)) + 2;
        var text = new char[left];
        for (int read = 0; left > 0; left -= read) {
            read = answers.read(text, text.length - left, left);
        }
        return new String(text);
    }

    @Override
    public void stop() {
        provider.stop(0);
        queues.close();
        database.close();
        try {
            redis.stop();
        } catch (IOException unclosed) {
            throw new IllegalStateException(unclosed);
        }
    }
}
