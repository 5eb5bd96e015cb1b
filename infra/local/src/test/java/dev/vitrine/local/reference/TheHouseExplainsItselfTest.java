package dev.vitrine.local.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.supervision.Condition;
import dev.vitrine.model.ProblemType;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class TheHouseExplainsItselfTest {
    private static final Path FUNCTIONS = Path.of(System.getProperty("vitrine.root"), "functions");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Condition sqs = new Condition("sqs", "SQS");
    private final Condition redis = new Condition("redis", "Redis");
    private final WebServer server = server(sqs, redis);

    private static WebServer server(Condition... parts) {
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .routing(rules -> rules.register(
                        new ProblemPages(),
                        new ContractPages(FUNCTIONS),
                        new Health(() -> Stream.of(parts).map(Condition::state).toList())))
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop();
    }

    private HttpResponse<String> get(WebServer from, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + from.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(server, path);
    }

    private static void isWholeInItself(HttpResponse<String> page) {
        assertEquals(200, page.statusCode());
        assertEquals(
                "text/html; charset=utf-8",
                page.headers().firstValue("content-type").orElse(""));
        assertFalse(page.body().contains("<script"), page.body());
        assertFalse(page.body().matches("(?s).*(src|href)=\"(https?:)?//.*"), page.body());
    }

    @ParameterizedTest
    @EnumSource
    void theTypeOfAProblemLeadsToItsMeaning(ProblemType type) throws Exception {
        var page = get(type.uri());
        isWholeInItself(page);
        assertTrue(page.body().contains(type.title()), page.body());
        assertTrue(page.body().contains("HTTP " + type.status()), page.body());
        assertTrue(page.body().contains("lang=\"zh-CN\""), page.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/problems/nothing", "/openapi/nothing", "/openapi/nothing.yaml", "/openapi/..%2fcatalog.yaml"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertEquals(404, get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rooms", "chat", "chat-socket", "ledger"})
    void aContractIsServedAsOneDocumentAndAsAPage(String name) throws Exception {
        var yaml = get("/openapi/" + name + ".yaml");
        assertEquals(200, yaml.statusCode());
        assertFalse(yaml.body().contains("common.yaml#"), yaml.body());
        assertFalse(yaml.body().contains("&id"), yaml.body());
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml.body());
        assertTrue(document.containsKey("info"), yaml.body());
        var page = get("/openapi/" + name);
        isWholeInItself(page);
        assertTrue(get("/openapi").body().contains("/openapi/" + name + ".yaml"));
    }

    @Test
    void healthTellsWhatIsUpAndFailsWhenAPartIsDown() throws Exception {
        var up = get("/health");
        assertEquals(200, up.statusCode());
        assertEquals("{\"status\":\"up\",\"parts\":{\"redis\":\"up\",\"sqs\":\"up\"}}", up.body());

        redis.down("ended with code 137");

        var down = get("/health");
        assertEquals(503, down.statusCode());
        assertEquals("{\"status\":\"down\",\"parts\":{\"redis\":\"down\",\"sqs\":\"up\"}}", down.body());
    }
}
