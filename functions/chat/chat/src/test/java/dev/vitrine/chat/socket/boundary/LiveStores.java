package dev.vitrine.chat.socket.boundary;

import dev.vitrine.platform.test.TestRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Redis, an issuer, and the gateway's side of sockets.
public class LiveStores implements QuarkusTestResourceLifecycleManager {
    static TestRedis redis;
    static Gateway gateway;
    static Tickets tickets;
    static final AtomicInteger KEYS_FETCHED = new AtomicInteger();

    @Override
    public Map<String, String> start() {
        redis = TestRedis.start();
        gateway = new Gateway();
        var issuer = gateway.url() + "/issuer";
        tickets = new Tickets(issuer);
        gateway.serve(
                "/issuer/.well-known/openid-configuration",
                () -> "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
        gateway.serve("/issuer/keys", () -> {
            KEYS_FETCHED.incrementAndGet();
            return tickets.published();
        });
        System.setProperty("aws.accessKeyId", "key");
        System.setProperty("aws.secretAccessKey", "secret");
        return Map.of(
                "vitrine.redis.url",
                redis.url(),
                "vitrine.issuer.url",
                issuer,
                "vitrine.token.audience",
                Tickets.AUDIENCE,
                "vitrine.sockets.url",
                gateway.url(),
                "vitrine.public.url",
                "http://127.0.0.1:8080",
                "vitrine.sealing.key",
                "c2VhbGluZyBrZXkgb2YgdGhlIHRlc3RzLCAzMiBieXQ=",
                "vitrine.event.routes",
                "{}",
                "vitrine.chat.silence",
                "1S");
    }

    @Override
    public void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        gateway.close();
        redis.close();
    }
}
