package dev.vitrine.platform.test;

import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A server of SQS's protocol, with queues that hear events.
public final class TestQueues implements AutoCloseable {
    private static final int MOST_AT_ONCE = 10;

    private final SQSRestServer server;
    private final String endpoint;
    private final SqsClient client;

    private TestQueues(SQSRestServer server) {
        this.server = server;
        this.endpoint =
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
        this.client = SqsClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
                .build();
    }

    public static TestQueues start() {
        return new TestQueues(SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start());
    }

    /// @return the queue's address
    public String make(String queue) {
        return client.createQueue(request -> request.queueName(queue)).queueUrl();
    }

    /// Where a queue is or will be.
    public String address(String queue) {
        return endpoint + "/000000000000/" + queue;
    }

    /// What a function is told: the server, and which queue hears which types.
    public Map<String, String> settings(Map<String, String> queuesByType) {
        var settings = new HashMap<String, String>();
        settings.put("vitrine.event.routes", routes(queuesByType));
        settings.put("quarkus.sqs.endpoint-override", endpoint);
        settings.put("quarkus.sqs.aws.region", Region.US_EAST_1.id());
        settings.put("quarkus.sqs.aws.credentials.type", "static");
        settings.put("quarkus.sqs.aws.credentials.static-provider.access-key-id", "x");
        settings.put("quarkus.sqs.aws.credentials.static-provider.secret-access-key", "y");
        return settings;
    }

    public SqsClient client() {
        return client;
    }

    /// Takes events out of a queue until enough have come.
    ///
    /// @throws AssertionError when they do not come within the patience
    public List<CloudEvent> events(String queueUrl, Duration patience, Predicate<List<CloudEvent>> enough) {
        var taken = new ArrayList<CloudEvent>();
        var deadline = System.nanoTime() + patience.toNanos();
        while (!enough.test(List.copyOf(taken))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("within " + patience + " came only " + taken);
            }
            var messages = client.receiveMessage(ask -> ask.queueUrl(queueUrl)
                            .maxNumberOfMessages(MOST_AT_ONCE)
                            .waitTimeSeconds(1))
                    .messages();
            for (var message : messages) {
                taken.add(CloudEventJson.read(message.body()));
                client.deleteMessage(gone -> gone.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            }
        }
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }

    private static String routes(Map<String, String> queuesByType) {
        var routes = new StringBuilder("{");
        queuesByType.forEach((type, queue) -> routes.append(routes.length() > 1 ? "," : "")
                .append("\"%s\":[{\"queueUrl\":\"%s\"}]".formatted(type, queue)));
        return routes.append('}').toString();
    }
}
