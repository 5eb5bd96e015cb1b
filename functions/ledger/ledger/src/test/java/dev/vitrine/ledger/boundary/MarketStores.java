package dev.vitrine.ledger.boundary;

import com.sun.net.httpserver.HttpServer;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.platform.json.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import redis.embedded.RedisServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// PostgreSQL, Redis, a queue that hears of gifts, and the provider's side of opening a session.
public class MarketStores implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "the secret of the tests";
    static final String PREVIOUS_SECRET = "the secret before";

    static LedgerDatabase database;
    static SqsClient sqs;
    static String queue;
    static RedisServer redis;
    static final List<String> SESSIONS_ASKED = new CopyOnWriteArrayList<>();
    static volatile boolean providerDown;

    private SQSRestServer queues;
    private HttpServer provider;

    @Override
    public Map<String, String> start() {
        database = LedgerDatabase.fresh(2);
        queues = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        var endpoint =
                "http://127.0.0.1:" + queues.waitUntilStarted().localAddress().getPort();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
                .build();
        queue = sqs.createQueue(request -> request.queueName("gifts")).queueUrl();
        var settings = new HashMap<String, String>();
        settings.put("vitrine.database.url", database.url());
        settings.put("vitrine.database.user", LedgerDatabase.ROLE);
        settings.put("vitrine.database.password", LedgerDatabase.ROLE);
        settings.put(
                "vitrine.event.routes",
                "{\"dev.vitrine.ledger.gift-sent.v1\":[{\"queueUrl\":\"" + queue + "\"}],"
                        + "\"dev.vitrine.ledger.verification-advanced.v1\":[{\"queueUrl\":\"" + queue + "\"}]}");
        settings.put("quarkus.sqs.endpoint-override", endpoint);
        settings.put("quarkus.sqs.aws.region", "us-east-1");
        settings.put("quarkus.sqs.aws.credentials.type", "static");
        settings.put("quarkus.sqs.aws.credentials.static-provider.access-key-id", "x");
        settings.put("quarkus.sqs.aws.credentials.static-provider.secret-access-key", "y");
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
                    .build();
            redis.start();
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

    @Override
    public void stop() {
        provider.stop(0);
        sqs.close();
        queues.stopAndWait();
        database.close();
        try {
            redis.stop();
        } catch (IOException unclosed) {
            throw new IllegalStateException(unclosed);
        }
    }
}
