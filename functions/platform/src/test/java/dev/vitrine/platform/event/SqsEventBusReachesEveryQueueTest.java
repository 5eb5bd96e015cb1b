package dev.vitrine.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.model.EventType;
import dev.vitrine.model.Ids;
import dev.vitrine.platform.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsEventBusReachesEveryQueueTest {
    private static final EventType ENDED = new EventType("dev.vitrine.room.ended.v1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private SQSRestServer server;
    private SqsClient sqs;

    @BeforeEach
    void aRealQueueServer() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        var port = server.waitUntilStarted().localAddress().getPort();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
                .build();
    }

    @AfterEach
    void close() {
        sqs.close();
        server.stopAndWait();
    }

    @Test
    void everySubscribedQueueGetsTheEvent() {
        var first = queue("first");
        var second = queue("second");
        var event = event();

        bus("""
                {"dev.vitrine.room.ended.v1":[{"queueUrl":"%s"},{"queueUrl":"%s","delaySeconds":0}]}""".formatted(first, second)).publish(event).await().atMost(PATIENCE);

        assertEquals(event, receive(first));
        assertEquals(event, receive(second));
    }

    @Test
    void oneQueueThatDoesNotTakeItFailsThePublication() {
        var bus = bus("""
                {"dev.vitrine.room.ended.v1":[{"queueUrl":"%s"},{"queueUrl":"%s-missing"}]}""".formatted(queue("there"), queue("there")));

        assertThrows(RuntimeException.class, () -> bus.publish(event()).await().atMost(PATIENCE));
    }

    @Test
    void anEventWithoutSubscribersIsNoFailure() {
        bus("{}").publish(event()).await().atMost(PATIENCE);
    }

    @Test
    void whatAllAddressesBeginWithIsSaidOnce() {
        var routes = EventRoutes.parse(
                "{\"\":\"http://host/0/\",\"" + ENDED + "\":[\"a\",{\"queueUrl\":\"b\",\"delaySeconds\":3}]}");

        assertEquals(
                List.of(
                        new EventRoute(URI.create("http://host/0/a"), 0),
                        new EventRoute(URI.create("http://host/0/b"), 3)),
                routes.of(ENDED));
    }

    @Test
    void routesThatCannotBeReadNameTheirKey() {
        var wrong = assertThrows(IllegalStateException.class, () -> EventRoutes.parse("{\"nonsense\":[]}"));

        assertEquals(true, wrong.getMessage().startsWith("vitrine.event.routes (VITRINE_EVENT_ROUTES)"));
    }

    private SqsEventBus bus(String routes) {
        return new SqsEventBus(() -> sqs, () -> EventRoutes.parse(routes), Duration.ofSeconds(5));
    }

    private String queue(String name) {
        return sqs.createQueue(make -> make.queueName(name)).queueUrl();
    }

    private CloudEvent receive(String queue) {
        var messages = sqs.receiveMessage(take -> take.queueUrl(queue).waitTimeSeconds(5))
                .messages();
        return CloudEventJson.read(messages.getFirst().body());
    }

    private static CloudEvent event() {
        return new CloudEvent(
                Ids.system().next(),
                ENDED,
                "/rooms",
                "room",
                Instant.parse("2026-11-22T12:00:00Z"),
                Json.object().put("peakViewers", 3));
    }
}
