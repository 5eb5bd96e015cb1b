package dev.vitrine.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.live.http.LocalCallersOnly;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// The Runtime API of one process on a loopback port of its own (AWS, "Using the Lambda runtime API for custom
/// runtimes").
final class RuntimeApi implements HttpService, AutoCloseable {
    private static final String PREFIX = "/2018-06-01/runtime";
    private static final HeaderName REQUEST_ID = HeaderNames.create("Lambda-Runtime-Aws-Request-Id");
    private static final HeaderName DEADLINE = HeaderNames.create("Lambda-Runtime-Deadline-Ms");
    private static final HeaderName FUNCTION_ARN = HeaderNames.create("Lambda-Runtime-Invoked-Function-Arn");
    private static final HeaderName TRACE = HeaderNames.create("Lambda-Runtime-Trace-Id");
    private static final HeaderName ERROR_TYPE = HeaderNames.create("Lambda-Runtime-Function-Error-Type");
    private static final String OK = "{\"status\":\"OK\"}";
    /// A process waits in `next` as long as nobody calls the function; the listener must not hang up on it.
    private static final Duration NEVER_IDLE = Duration.ofDays(365);

    private static final int MAX_ERROR_BYTES = 256 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final String functionArn;
    private final WebServer server;
    private final CompletableFuture<Optional<Answer.Error>> init = new CompletableFuture<>();
    private final BlockingQueue<Invocation> next = new ArrayBlockingQueue<>(1);
    private final AtomicReference<Invocation> current = new AtomicReference<>();

    RuntimeApi(String functionArn) {
        this.functionArn = functionArn;
        this.server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .idleConnectionTimeout(NEVER_IDLE)
                .routing(routing -> routing.any(new LocalCallersOnly()).register(PREFIX, this))
                .build()
                .start();
    }

    String address() {
        return "127.0.0.1:" + server.port();
    }

    /// Completes empty at the first request for work, or with the error that the process reported instead.
    CompletableFuture<Optional<Answer.Error>> init() {
        return init;
    }

    /// Hands out one event; the caller has waited for the answer of the one before.
    void offer(Invocation invocation) {
        current.set(invocation);
        next.add(invocation);
    }

    void finished() {
        current.set(null);
        next.clear();
    }

    Optional<Invocation> current() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/invocation/next", this::next)
                .post("/invocation/{id}/response", this::response)
                .post("/invocation/{id}/error", this::error)
                .post("/init/error", this::initError);
    }

    private void next(ServerRequest request, ServerResponse response) {
        init.complete(Optional.empty());
        Invocation invocation;
        try {
            invocation = next.take();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            response.status(Status.GONE_410).send();
            return;
        }
        invocation.take();
        response.header(REQUEST_ID, invocation.requestId())
                .header(DEADLINE, Long.toString(invocation.deadline().toEpochMilli()))
                .header(FUNCTION_ARN, functionArn)
                .header(TRACE, invocation.trace())
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(invocation.payload());
    }

    private void response(ServerRequest request, ServerResponse response) throws IOException {
        var invocation = named(request, response);
        if (invocation.isEmpty()) {
            return;
        }
        var payload = body(request, RuntimeSettings.MAX_RESPONSE_BYTES);
        if (payload.length > RuntimeSettings.MAX_RESPONSE_BYTES) {
            refuse(response, 413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size (6291456 bytes).");
            invocation
                    .get()
                    .answer()
                    .complete(new Answer.TooLarge(
                            request.headers().contentLength().orElse(payload.length)));
            return;
        }
        accept(response);
        invocation.get().answer().complete(new Answer.Response(payload));
    }

    private void error(ServerRequest request, ServerResponse response) throws IOException {
        var invocation = named(request, response);
        if (invocation.isPresent()) {
            var error = errorOf(request);
            accept(response);
            invocation.get().answer().complete(error);
        }
    }

    private void initError(ServerRequest request, ServerResponse response) throws IOException {
        var error = errorOf(request);
        accept(response);
        init.complete(Optional.of(error));
    }

    private Optional<Invocation> named(ServerRequest request, ServerResponse response) {
        var id = request.path().pathParameters().get("id");
        var invocation = current().filter(i -> i.requestId().equals(id));
        if (invocation.isEmpty()) {
            refuse(response, 400, "InvalidRequestID", "Invalid request ID");
        }
        return invocation;
    }

    private static Answer.Error errorOf(ServerRequest request) throws IOException {
        var header = request.headers().value(ERROR_TYPE);
        var body = body(request, MAX_ERROR_BYTES);
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (IOException notJson) {
            json = JSON.createObjectNode();
        }
        var type = json.path("errorType").asText(header.orElse("Runtime.Unknown"));
        return new Answer.Error(type, json.path("errorMessage").asText(""));
    }

    private static byte[] body(ServerRequest request, int max) throws IOException {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            return in.readNBytes(max + 1);
        }
    }

    private static void accept(ServerResponse response) {
        response.status(202)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(OK);
    }

    private static void refuse(ServerResponse response, int status, String type, String message) {
        var body = JSON.createObjectNode().put("errorType", type).put("errorMessage", message);
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(body.toString());
    }

    @Override
    public void close() {
        server.stop();
    }
}
