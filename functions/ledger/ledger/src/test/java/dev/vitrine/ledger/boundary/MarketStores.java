package dev.vitrine.ledger.boundary;

import com.sun.net.httpserver.HttpServer;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.test.TestQueues;
import dev.vitrine.platform.test.TestRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sqs.SqsClient;

/// PostgreSQL, Redis, a queue that hears of gifts, and the provider's side of opening a session.
public class MarketStores implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "the secret of the tests";
    static final String PREVIOUS_SECRET = "the secret before";

    static LedgerDatabase database;
    static SqsClient sqs;
    static String queue;
    static TestRedis redis;
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
        redis = TestRedis.startCluster();
        settings.put("vitrine.redis.url", redis.url());
        try {
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

    @Override
    public void stop() {
        provider.stop(0);
        queues.close();
        database.close();
        redis.close();
    }
}
