package dev.vitrine.platform.invoke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.vitrine.platform.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/// Against answers as Lambda gives them; the local cloud's own endpoint is tested with the same SDK.
class WhatBecameOfACallIsToldApartTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private Map<String, String> headers = Map.of();
    private String body = "{}";
    private boolean silent;

    @BeforeEach
    void lambda() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (silent) {
                await();
            }
            headers.forEach(exchange.getResponseHeaders()::add);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private Reply call(Duration patience) {
        var functions = new LambdaFunctions(
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                Optional.empty(),
                patience,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
        return functions.call("ledger-post", Json.object().put("a", 1)).await().atMost(LONG);
    }

    @Test
    void anAnswerIsRead() {
        body = "{\"done\":true}";

        assertEquals(new Reply.Answered(Json.object().put("done", true)), call(LONG));
        assertEquals(List.of("/2015-03-31/functions/ledger-post/invocations {\"a\":1}"), asked);
    }

    @Test
    void aFailureIsNoAnswer() {
        headers = Map.of("X-Amz-Function-Error", "Unhandled");
        body = "{\"errorType\":\"Broken\",\"errorMessage\":\"it broke\"}";

        assertEquals(new Reply.Failed("Broken", "it broke"), call(LONG));
    }

    @Test
    void aTimeOutIsNoFailure() {
        headers = Map.of("X-Amz-Function-Error", "Unhandled");
        body = "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"Task timed out\"}";

        assertEquals(new Reply.TimedOut("Task timed out"), call(LONG));
    }

    @Test
    void whoWaitsTooLongIsToldSo() {
        silent = true;

        var reply = assertInstanceOf(Reply.TimedOut.class, call(Duration.ofSeconds(2)));
        assertEquals("no answer within PT2S", reply.message());
    }

    @Test
    void aBusyFunctionAndADeniedOneAreToldOnceEach() {
        status = 429;
        headers = Map.of("x-amzn-ErrorType", "TooManyRequestsException");
        assertEquals(new Reply.Busy(), call(LONG));

        status = 403;
        headers = Map.of("x-amzn-ErrorType", "AccessDeniedException");
        body = "{\"message\":\"not yours\"}";
        assertTrue(
                assertInstanceOf(Reply.NotAllowed.class, call(LONG)).message().contains("not yours"));
        assertEquals(2, asked.size());
    }

    @Test
    void whatIsNoneOfTheseFails() {
        status = 500;
        headers = Map.of("x-amzn-ErrorType", "ServiceException");
        assertThrows(LambdaException.class, () -> call(LONG));

        server.stop(0);
        assertThrows(SdkClientException.class, () -> call(LONG));
    }
}
