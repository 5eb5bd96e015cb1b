package dev.vitrine.local.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.runtime.InvocationResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ForbiddenException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

class PostsReachSocketsByTheAwsSdkTest {
    private static final InvocationResult ACCEPTED = ASocketApi.answered(ASocketApi.ACCEPTED);
    private static final int SMALL_BUFFER = 4 * 1024;

    @TempDir
    Path folder;

    private ASocketApi api;
    private ApiGatewayManagementApiClient sdk;

    @BeforeEach
    void start() throws IOException {
        start(SocketSettings.DEFAULT);
    }

    private void start(SocketSettings settings) throws IOException {
        api = new ASocketApi(folder, settings, 4, _ -> ACCEPTED);
        sdk = client(ASocketApi.CREDENTIALS.accessKey(), ASocketApi.CREDENTIALS.secretKey(), Region.US_EAST_1);
    }

    @AfterEach
    void stop() {
        sdk.close();
        api.close();
    }

    private ApiGatewayManagementApiClient client(String accessKey, String secretKey, Region region) {
        return ApiGatewayManagementApiClient.builder()
                .endpointOverride(api.management())
                .region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                // a caller that repeats what was refused for a slow reader would wait for it after all
                .overrideConfiguration(configuration -> configuration.retryStrategy(retries -> retries.maxAttempts(1)))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }

    private AClient connect() throws IOException {
        return new AClient(api.port(), "/v1/sockets");
    }

    private String id(int n) {
        return api.event("CONNECT", n).at("/requestContext/connectionId").asText();
    }

    private void post(String id, String text) {
        sdk.postToConnection(request -> request.connectionId(id).data(SdkBytes.fromUtf8String(text)));
    }

    @Test
    void aPostIsOneTextFrame() throws Exception {
        var longest = "弹".repeat(SocketSettings.MAX_MESSAGE_BYTES / 3);
        try (var one = connect();
                var two = connect()) {
            post(id(1), "first");
            post(id(2), longest);
            post(id(1), "second");
            post(id(1), "x".repeat(200));
            assertEquals("first", one.text());
            assertEquals("second", one.text());
            assertEquals("x".repeat(200), one.text());
            assertEquals(longest, two.text());
            assertEquals(4, api.figures().messagesOut());
        }
    }

    @Test
    void aSocketTellsOfItself() throws Exception {
        var before = Instant.now().minusSeconds(1);
        try (var _ = connect()) {
            var id = id(1);
            var told = sdk.getConnection(request -> request.connectionId(id));
            assertTrue(told.connectedAt().isAfter(before));
            assertFalse(told.lastActiveAt().isBefore(told.connectedAt()));
            assertEquals("127.0.0.1", told.identity().sourceIp());
            assertEquals("a test", told.identity().userAgent());
        }
    }

    @Test
    void aDeletedSocketIsClosedAndGone() throws Exception {
        try (var client = connect()) {
            var id = id(1);
            post(id, "last words");
            sdk.deleteConnection(request -> request.connectionId(id));
            assertThrows(GoneException.class, () -> post(id, "too late"));
            assertEquals("last words", client.text());
            assertEquals(1000, client.untilClose().status());
            client.bye(1000, "");
            client.awaitEnd();
            api.event("DISCONNECT", 1);
            assertThrows(GoneException.class, () -> sdk.deleteConnection(request -> request.connectionId(id)));
        }
    }

    @Test
    void whoIsNotThereIsGone() throws Exception {
        assertThrows(GoneException.class, () -> post("nobody=", "x"));
        assertThrows(GoneException.class, () -> sdk.getConnection(request -> request.connectionId("nobody=")));
        try (var client = connect()) {
            id(1);
            client.bye(1000, "");
            client.untilClose();
            client.awaitEnd();
        }
        assertThrows(GoneException.class, () -> post(id(1), "x"));
    }

    @Test
    void aPostOfMoreThan128KibIsTooLarge() throws Exception {
        try (var client = connect()) {
            assertThrows(
                    PayloadTooLargeException.class,
                    () -> post(id(1), "x".repeat(SocketSettings.MAX_MESSAGE_BYTES + 1)));
            post(id(1), "fits");
            assertEquals("fits", client.text());
        }
    }

    @Test
    void aPostThatIsNoTextIsRefused() throws Exception {
        try (var _ = connect()) {
            var id = id(1);
            var refused = assertThrows(
                    ApiGatewayManagementApiException.class,
                    () -> sdk.postToConnection(request ->
                            request.connectionId(id).data(SdkBytes.fromByteArray(new byte[] {(byte) 0xFF}))));
            assertEquals(400, refused.statusCode());
        }
    }

    @Test
    void onlyWhoSignsWithTheSecretMayPost() throws Exception {
        try (var client = connect()) {
            var id = id(1);
            for (var stranger : new ApiGatewayManagementApiClient[] {
                client(ASocketApi.CREDENTIALS.accessKey(), "guessed", Region.US_EAST_1),
                client("other", ASocketApi.CREDENTIALS.secretKey(), Region.US_EAST_1),
                client(ASocketApi.CREDENTIALS.accessKey(), ASocketApi.CREDENTIALS.secretKey(), Region.EU_CENTRAL_1)
            }) {
                try (stranger) {
                    assertThrows(
                            ForbiddenException.class,
                            () -> stranger.postToConnection(
                                    request -> request.connectionId(id).data(SdkBytes.fromUtf8String("x"))));
                    assertThrows(
                            ForbiddenException.class,
                            () -> stranger.deleteConnection(request -> request.connectionId(id)));
                    assertThrows(
                            ForbiddenException.class,
                            () -> stranger.getConnection(request -> request.connectionId("nobody=")));
                }
            }
            post(id, "mine");
            assertEquals("mine", client.text());
        }
    }

    @Test
    void anUnsignedRequestIsForbidden() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (var authorization : new String[] {"", "Bearer x", "AWS4-HMAC-SHA256 Credential=a"}) {
                var request = HttpRequest.newBuilder(URI.create(api.management() + "/@connections/x%3D"))
                        .POST(HttpRequest.BodyPublishers.ofString("x"));
                if (!authorization.isEmpty()) {
                    request.header("Authorization", authorization);
                }
                var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                assertEquals(403, response.statusCode());
                assertEquals(
                        "ForbiddenException",
                        response.headers().firstValue("x-amzn-ErrorType").orElse(""));
            }
        }
    }

    @Test
    void aReaderThatStallsDelaysNobodyAndIsCutInTheEnd() throws Exception {
        stop();
        start(ASocketApi.settings(
                Duration.ofMinutes(1),
                Duration.ofSeconds(4),
                10,
                new SocketSettings.Bound(3, SocketSettings.MAX_MESSAGE_BYTES)));
        var text = "x".repeat(100_000);
        try (var stalled = new AClient(api.port(), SMALL_BUFFER, "/v1/sockets")) {
            var slow = id(1);
            try (var reader = connect()) {
                var quick = id(2);
                var limited = false;
                for (var n = 0; !limited; n++) {
                    assertTrue(n < 10_000, "the bound was never reached");
                    try {
                        post(slow, text);
                    } catch (LimitExceededException full) {
                        limited = true;
                    }
                    post(quick, "post " + n);
                    assertEquals("post " + n, reader.text());
                }
                assertTrue(api.figures().limited() > 0);
                var context = api.event("DISCONNECT", 1).get("requestContext");
                assertEquals(slow, context.get("connectionId").asText());
                assertEquals(1006, context.get("disconnectStatusCode").asInt());
                assertEquals(1, api.figures().stalled());
                Eventually.holds("its connection is over", () -> api.figures().open() == 1);
                assertThrows(GoneException.class, () -> post(slow, "x"));
                post(quick, "still here");
                assertEquals("still here", reader.text());
                assertEquals(101, stalled.status());
            }
        }
    }
}
