package dev.vitrine.local.invoke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.fixture.ACatalog;
import dev.vitrine.local.gateway.Edge;
import dev.vitrine.local.gateway.EdgeLimits;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.identity.SignatureCheck;
import dev.vitrine.local.runtime.FailureKind;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import dev.vitrine.local.socket.SocketApi;
import dev.vitrine.local.socket.SocketSettings;
import io.helidon.webserver.http.HttpService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

class FunctionsInvokeOthersByTheAwsSdkTest {
    private static final HttpService NOTHING = _ -> {};
    private static final String INVOKED = "{ invoke: {} }";

    @TempDir
    Path folder;

    private Function<String, InvocationResult> callee = payload -> answered("{\"heard\":" + payload + "}");
    private SocketApi sockets;
    private Edge edge;
    private String invoked = "";

    @BeforeEach
    void anApi() throws Exception {
        var catalog = ACatalog.in(folder)
                .with("caller", 5, 1, INVOKED, "invokes: [callee]")
                .with("other", 5, 1, INVOKED)
                .with("callee", 4, 1, INVOKED)
                .read();
        var identities = new Identities(catalog, name -> "secret of " + name);
        Invoker functions = (name, payload, _) -> {
            invoked = name;
            return callee.apply(new String(payload, StandardCharsets.UTF_8));
        };
        var signatures = new SignatureCheck(InvokeService.SERVICE, identities, Clock.systemUTC());
        var api = new InvokeService(catalog, signatures, functions);
        sockets = new SocketApi(catalog, SocketSettings.DEFAULT, identities, functions);
        edge = new Edge(
                0,
                EdgeLimits.DEFAULT,
                new Edge.Services(NOTHING, List.of(api), NOTHING, NOTHING, List.of(), NOTHING, sockets.upgrades()));
    }

    @AfterEach
    void stop() {
        sockets.close();
        edge.close();
    }

    private LambdaClient client(String caller, String secret) {
        return LambdaClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + edge.port() + InvokeService.PATH))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("function-" + caller, secret)))
                .overrideConfiguration(override -> override.retryStrategy(retries -> retries.maxAttempts(1)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private InvokeResponse call(String caller, String function) {
        try (var sdk = client(caller, "secret of " + caller)) {
            return sdk.invoke(
                    request -> request.functionName(function).payload(SdkBytes.fromUtf8String("{\"words\":\"你好\"}")));
        }
    }

    private static InvocationResult answered(String json) {
        return new InvocationResult.Answered("r1", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theAnswerComesBackAsItWasGiven() {
        var response = call("caller", "callee");

        assertEquals("callee", invoked);
        assertEquals("{\"heard\":{\"words\":\"你好\"}}", response.payload().asUtf8String());
        assertNull(response.functionError());
        assertEquals("r1", response.responseMetadata().requestId());
    }

    @Test
    void aFailureOfTheFunctionIsToldApartFromARefusal() {
        callee = _ -> new InvocationResult.Failed("r2", FailureKind.HANDLER, "java.lang.Broken", "it broke");

        var response = call("caller", "callee");

        assertEquals("Unhandled", response.functionError());
        assertEquals(
                "{\"errorMessage\":\"it broke\",\"errorType\":\"java.lang.Broken\"}",
                response.payload().asUtf8String());
    }

    @Test
    void aTimeOutIsAFailureWithItsName() {
        callee = _ -> new InvocationResult.Failed(
                "r3", FailureKind.TIMED_OUT, "Sandbox.Timedout", "Task timed out after 4.00 seconds");

        assertTrue(call("caller", "callee").payload().asUtf8String().contains("Sandbox.Timedout"));
    }

    @Test
    void aBusyFunctionIsTold() {
        callee = _ -> new InvocationResult.Throttled("callee");

        assertThrows(TooManyRequestsException.class, () -> call("caller", "callee"));
    }

    @Test
    void whoDoesNotListAFunctionIsDeniedWhetherItExistsOrNot() {
        for (var function : List.of("callee", "nobody", "other")) {
            var denied = assertThrows(LambdaException.class, () -> call("other", function));
            assertEquals(403, denied.statusCode());
            assertEquals("AccessDeniedException", denied.awsErrorDetails().errorCode());
        }
        assertEquals("", invoked);
    }

    @Test
    void aGuessedSecretIsRefused() {
        try (var sdk = client("caller", "guessed")) {
            var denied = assertThrows(LambdaException.class, () -> sdk.invoke(r -> r.functionName("callee")));
            assertEquals(403, denied.statusCode());
        }
        assertEquals("", invoked);
    }

    @Test
    void nothingIsInvokedThatNobodyWaitsFor() {
        try (var sdk = client("caller", "secret of caller")) {
            var refused = assertThrows(
                    LambdaException.class,
                    () -> sdk.invoke(r -> r.functionName("callee").invocationType(InvocationType.EVENT)));
            assertEquals(400, refused.statusCode());
        }
        assertEquals("", invoked);
    }
}
