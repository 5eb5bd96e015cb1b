package dev.vitrine.local.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.fixture.ACatalog;
import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.fixture.SqsServer;
import dev.vitrine.local.runtime.FailureKind;
import dev.vitrine.local.runtime.InvocationResult;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueueFeedsFunctionTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private SqsServer server = new SqsServer();
    private Catalog catalog;
    private Sources sources;

    @BeforeEach
    void queues() throws IOException {
        catalog = ACatalog.in(folder)
                .with(
                        "work",
                        5,
                        2,
                        "{ queue: { name: work, batchSize: 10, windowMillis: 300, visibilitySeconds: 5, maxReceives: 2 } }")
                .with(
                        "stored",
                        5,
                        1,
                        "{ objectCreated: { bucket: media, prefix: recordings/, suffix: .json, maxReceives: 2 } }")
                .read();
        Queues.ensure(server.client(), catalog.queues());
    }

    @AfterEach
    void stop() {
        sources.close();
        server.close();
    }

    private void answers(Function<JsonNode, String> answer) {
        answers(server.client(), answer);
    }

    private void answers(SqsClient sqs, Function<JsonNode, String> answer) {
        sources = new Sources(
                catalog,
                sqs,
                (_, payload, _) -> {
                    var event = parse(payload);
                    events.add(event);
                    var text = answer.apply(event);
                    return text == null
                            ? new InvocationResult.Failed("r", FailureKind.EXITED, "Runtime.ExitError", "")
                            : new InvocationResult.Answered("r", text.getBytes(StandardCharsets.UTF_8));
                },
                Clock.systemUTC());
    }

    private static JsonNode parse(byte[] payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void send(String queue, String... bodies) {
        var url = url(queue);
        for (var body : bodies) {
            server.client().sendMessage(m -> m.queueUrl(url)
                    .messageBody(body)
                    .messageAttributes(Map.of(
                            "kind",
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue("test")
                                    .build())));
        }
    }

    private String url(String queue) {
        return server.client().getQueueUrl(q -> q.queueName(queue)).queueUrl();
    }

    /// Visible and in flight.
    private int held(String queue) {
        var attributes = server.client()
                .getQueueAttributes(q -> q.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
                .attributes();
        return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private long received(String body) {
        return events.stream()
                .flatMap(event -> event.path("Records").valueStream())
                .filter(record -> record.path("body").asText().equals(body))
                .count();
    }

    @Test
    void aBatchIsDeletedWhenItsFunctionAnswered() {
        send("work", "a", "b", "c");
        answers(_ -> "{}");

        Eventually.holds("the queue is empty", () -> held("work") == 0);
        assertEquals(1, received("a"));
        assertEquals(0, held("work-dlq"));
    }

    @Test
    void recordsAreWrittenAsAwsWritesThem() {
        send("work", "hello");
        answers(_ -> "");
        Eventually.holds("it came", () -> received("hello") == 1);

        var record = events.getFirst().at("/Records/0");
        assertEquals("aws:sqs", record.get("eventSource").asText());
        assertEquals(
                "arn:aws:sqs:us-east-1:000000000000:work",
                record.get("eventSourceARN").asText());
        assertEquals("5d41402abc4b2a76b9719d911017c592", record.get("md5OfBody").asText());
        assertEquals("1", record.at("/attributes/ApproximateReceiveCount").asText());
        assertEquals("test", record.at("/messageAttributes/kind/stringValue").asText());
        assertEquals("us-east-1", record.get("awsRegion").asText());
        assertTrue(record.hasNonNull("messageId") && record.hasNonNull("receiptHandle"));
    }

    @Test
    void onlyNamedMessagesOfABatchComeBackAndThenDie() {
        send("work", "good", "bad");
        answers(QueueFeedsFunctionTest::failBad);

        Eventually.holds("the bad one is dead", () -> held("work-dlq") == 1);
        Eventually.holds("nothing else is left", () -> held("work") == 0);
        assertEquals(1, received("good"));
        assertEquals(2, received("bad"));
    }

    private static String failBad(JsonNode event) {
        var failures = JSON.createArrayNode();
        event.get("Records").forEach(record -> {
            if (record.get("body").asText().equals("bad")) {
                failures.addObject()
                        .put("itemIdentifier", record.get("messageId").asText());
            }
        });
        return JSON.createObjectNode().set("batchItemFailures", failures).toString();
    }

    @Test
    void anUnknownIdentifierFailsTheWholeBatch() {
        send("work", "x");
        answers(_ -> "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}");

        Eventually.holds("it is dead", () -> held("work-dlq") == 1);
        assertEquals(2, received("x"));
    }

    @Test
    void aFailedFunctionKeepsItsWholeBatch() {
        var calls = new AtomicInteger();
        send("work", "a", "b");
        answers(_ -> calls.getAndIncrement() == 0 ? null : "{}");

        Eventually.holds("the second try did it", () -> held("work") == 0);
        assertEquals(0, held("work-dlq"));
    }

    @Test
    void asManyBatchesAreAtWorkAsTheFunctionMayHaveProcesses() {
        var both = new CountDownLatch(2);
        answers(_ -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return "{}";
        });
        send("work", "first");
        Eventually.holds("the first is at work", () -> received("first") == 1);
        send("work", "second");

        Eventually.holds("both were at work at once", () -> held("work") == 0);
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() throws IOException {
        server.close();
        var port = freePort();
        answers(Sqs.client(URI.create("http://127.0.0.1:" + port), SqsServer.ANYBODY), _ -> "{}");
        server = new SqsServer(port);
        Queues.ensure(server.client(), catalog.queues());
        send("work", "after");

        Eventually.holds("it came", () -> received("after") == 1);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aStoredObjectBecomesAnS3EventOnADurableQueue() {
        var stored = new ObjectEvents(catalog, server.client(), Clock.systemUTC());
        stored.created("media", "recordings/a b/ö+.json", 12, "\"abc\"");
        stored.created("media", "recordings/x.m4s", 1, "e");
        stored.created("other", "recordings/x.json", 1, "e");
        assertEquals(1, held("async-stored"));

        answers(_ -> "null");
        Eventually.holds("it was taken", () -> held("async-stored") == 0);
        var record = events.getFirst().at("/Records/0");
        assertEquals("aws:s3", record.get("eventSource").asText());
        assertEquals("ObjectCreated:Put", record.get("eventName").asText());
        assertEquals(
                "recordings/a+b/%C3%B6%2B.json", record.at("/s3/object/key").asText());
        assertEquals("abc", record.at("/s3/object/eTag").asText());
        assertEquals("media", record.at("/s3/bucket/name").asText());
    }

    @Test
    void anAsynchronousInvocationThatKeepsFailingEndsInItsDeadLetterQueue() {
        new ObjectEvents(catalog, server.client(), Clock.systemUTC()).created("media", "recordings/x.json", 1, "e");
        answers(_ -> null);

        Eventually.holds("it is dead", () -> held("async-stored-dlq") == 1);
        assertEquals(2, events.size());
    }
}
