package dev.vitrine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.fixture.ACatalog;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.store.Database;
import dev.vitrine.local.store.RedisStore;
import dev.vitrine.local.store.S3Store;
import dev.vitrine.local.store.SqsStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsFindOnlyWhatTheyMayUseTest {
    private static final String PUBLIC_URL = "http://127.0.0.1:8080";

    @TempDir
    Path folder;

    private Secrets secrets;

    private Map<String, String> environment(String trigger, String uses, String... more) throws IOException {
        var lines = Stream.concat(Stream.of("uses: " + uses), Stream.of(more)).toArray(String[]::new);
        var catalog = ACatalog.in(folder)
                .withArtefact("schema: code, buckets: [media, code], secrets: { CODE_KEY: code-key }")
                .with("one", 5, 1, trigger, lines)
                .with("two", 4, 1, "{ invoke: {} }")
                .with("hears", 4, 1, queue("heard"), "subscribes: [{ event: dev.vitrine.code.told.v1 }]")
                .with("late", 4, 1, queue("late"), "subscribes: [{ event: a.told.v1, delaySeconds: 3 }]")
                .read();
        return house(catalog).apply(catalog.function("one"));
    }

    private static String queue(String name) {
        return "{ queue: { name: " + name
                + ", batchSize: 1, windowMillis: 0, visibilitySeconds: 30, maxReceives: 2 } }";
    }

    private HouseEnvironment house(Catalog catalog) {
        secrets = Secrets.of(folder);
        return new HouseEnvironment(
                catalog,
                secrets,
                new Identities(catalog, secrets::functionSecret),
                PUBLIC_URL,
                URI.create("http://127.0.0.1:8085"),
                new Database(8081, ""),
                new SqsStore(folder, 8082, secrets.owner()),
                new S3Store(folder, 8083, secrets.s3AccessKey(), secrets.s3SecretKey()),
                new RedisStore(folder, folder, folder, 8084, secrets.redisPassword(), null));
    }

    @Test
    void aFunctionOfASocketFindsTheIssuerRedisAndTheSockets() throws IOException {
        var found = environment("{ webSocket: { path: /v1/sockets } }", "[hot, sockets]");

        assertEquals("redis://:" + secrets.redisPassword() + "@127.0.0.1:8084", found.get("VITRINE_REDIS_URL"));
        assertEquals(PUBLIC_URL + "/local/sockets", found.get("VITRINE_SOCKETS_URL"));
        assertEquals("function-one", found.get("AWS_ACCESS_KEY_ID"));
        assertEquals(secrets.functionSecret("one"), found.get("AWS_SECRET_ACCESS_KEY"));
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
            "VITRINE_DATABASE_URL",
            "VITRINE_EVENT_ROUTES",
            "VITRINE_MEDIA_BUCKET",
            "VITRINE_ROOM_ITEMS",
            "VITRINE_LIVE_CONTROL_TOKEN",
            "AWS_ENDPOINT_URL_LAMBDA",
            "VITRINE_PAYMENTS_SANDBOX_SECRET",
            "VITRINE_SOCKETS_URL",
            "VITRINE_ISSUER_URL",
            "VITRINE_TOKEN_AUDIENCE"
        }) {
            assertFalse(found.containsKey(name), name);
        }
        assertTrue(found.containsKey("VITRINE_PUBLIC_URL"));
    }

    @Test
    void everyFunctionSignsAsItself() throws IOException {
        var found = environment("{ invoke: {} }", "[]");

        assertEquals("function-one", found.get("AWS_ACCESS_KEY_ID"));
        assertEquals(secrets.functionSecret("one"), found.get("AWS_SECRET_ACCESS_KEY"));
    }

    @Test
    void aFunctionFindsTheBucketsAndSecretsOfItsArtefact() throws IOException {
        var found = environment("{ invoke: {} }", "[objects, database]", "connections: 3");

        assertEquals("media", found.get("VITRINE_MEDIA_BUCKET"));
        assertEquals("code", found.get("VITRINE_CODE_BUCKET"));
        assertEquals(secrets.named("code-key"), found.get("CODE_KEY"));
        assertEquals(32, Base64.getDecoder().decode(found.get("CODE_KEY")).length);
        assertFalse(found.containsKey("VITRINE_SEALING_KEY"));
        assertEquals("3", found.get("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE"));
    }

    @Test
    void aFunctionFindsTheRoutesOfWhatItPublishesAndNoOthers() throws IOException {
        var found = environment(
                "{ invoke: {} }",
                "[]",
                "publishes: [dev.vitrine.code.told.v1, dev.vitrine.code.unheard.v1, a.told.v1]");

        assertEquals(
                "{\"\":\"http://127.0.0.1:8082/000000000000/\",\"dev.vitrine.code.told.v1\":[\"heard\"],"
                        + "\"dev.vitrine.code.unheard.v1\":[],"
                        + "\"a.told.v1\":[{\"queueUrl\":\"late\",\"delaySeconds\":3}]}",
                found.get("VITRINE_EVENT_ROUTES"));
    }

    @Test
    void whoSubmitsJobsGetsNoTokenForChannels() throws IOException {
        var jobs = environment("{ invoke: {} }", "[jobs]");
        assertEquals(secrets.liveJobsToken(), jobs.get("VITRINE_LIVE_CONTROL_TOKEN"));

        var live = environment("{ invoke: {} }", "[jobs, live]");
        assertEquals(secrets.liveControlToken(), live.get("VITRINE_LIVE_CONTROL_TOKEN"));
    }

    @Test
    void whoInvokesFindsWhereAndSignsAsItself() throws IOException {
        var found = environment("{ invoke: {} }", "[]", "invokes: [two]");

        assertEquals(PUBLIC_URL + "/local/lambda", found.get("AWS_ENDPOINT_URL_LAMBDA"));
        assertEquals("function-one", found.get("AWS_ACCESS_KEY_ID"));
    }

    @Test
    void anEnvironmentThatLambdaWouldRefuseIsRefusedByName() throws IOException {
        var many = IntStream.range(0, 9)
                .mapToObj(i -> "V" + i + ": '" + "x".repeat(450) + "'")
                .collect(Collectors.joining(", "));
        var catalog = ACatalog.in(folder)
                .with("small", 5, 1, "{ invoke: {} }")
                .with("large", 5, 1, "{ invoke: {} }", "environment: { " + many + " }")
                .read();

        var refused = assertThrows(StartRefused.class, () -> house(catalog).requireSmall());

        assertTrue(refused.getMessage().contains("at most 4096 bytes: large 4"), refused.getMessage());
        assertFalse(refused.getMessage().contains("small"), refused.getMessage());
    }
}
