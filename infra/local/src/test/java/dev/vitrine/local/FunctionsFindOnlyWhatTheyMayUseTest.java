package dev.vitrine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.fixture.ACatalog;
import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.store.Database;
import dev.vitrine.local.store.RedisStore;
import dev.vitrine.local.store.S3Store;
import dev.vitrine.local.store.SqsStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsFindOnlyWhatTheyMayUseTest {
    private static final String PUBLIC_URL = "http://127.0.0.1:8080";

    @TempDir
    Path folder;

    private Secrets secrets;

    private Map<String, String> environment(String trigger, String uses) throws IOException {
        secrets = Secrets.of(folder);
        var catalog =
                ACatalog.in(folder).with("one", 5, 1, trigger, "uses: " + uses).read();
        var house = new HouseEnvironment(
                catalog,
                secrets,
                PUBLIC_URL,
                URI.create("http://127.0.0.1:8085"),
                new Database(8081, ""),
                new SqsStore(folder, 8082),
                new S3Store(folder, 8083, secrets.s3AccessKey(), secrets.s3SecretKey()),
                new RedisStore(folder, folder, folder, 8084, secrets.redisPassword(), null));
        return house.apply(catalog.function("one"));
    }

    @Test
    void aFunctionOfASocketFindsTheIssuerRedisAndTheSockets() throws IOException {
        var found = environment("{ webSocket: { path: /v1/sockets } }", "[hot, sockets]");

        assertEquals("redis://:" + secrets.redisPassword() + "@127.0.0.1:8084", found.get("VITRINE_REDIS_URL"));
        assertEquals(PUBLIC_URL + "/local/sockets", found.get("VITRINE_SOCKETS_URL"));
        assertEquals(secrets.s3AccessKey(), found.get("AWS_ACCESS_KEY_ID"));
        assertEquals(secrets.s3SecretKey(), found.get("AWS_SECRET_ACCESS_KEY"));
        assertEquals(PUBLIC_URL + "/local", found.get("VITRINE_ISSUER_URL"));
        assertEquals("vitrine", found.get("VITRINE_TOKEN_AUDIENCE"));
    }

    @Test
    void aFunctionThatTakesPaymentsFindsTheSandbox() throws IOException {
        var found = environment("{ invoke: {} }", "[payments]");

        assertEquals(PUBLIC_URL + "/local/payments", found.get("VITRINE_PAYMENTS_SANDBOX_URL"));
        assertEquals(secrets.paymentsSandboxSecret(), found.get("VITRINE_PAYMENTS_SANDBOX_SECRET"));
    }

    @Test
    void aFunctionWithoutUsesFindsNoneOfThem() throws IOException {
        var found = environment("{ invoke: {} }", "[]");

        for (var name : new String[] {
            "VITRINE_REDIS_URL",
            "VITRINE_PAYMENTS_SANDBOX_SECRET",
            "VITRINE_SOCKETS_URL",
            "VITRINE_ISSUER_URL",
            "VITRINE_TOKEN_AUDIENCE"
        }) {
            assertFalse(found.containsKey(name), name);
        }
        assertEquals("local", found.get("AWS_SECRET_ACCESS_KEY"));
        assertTrue(found.containsKey("VITRINE_PUBLIC_URL"));
    }
}
