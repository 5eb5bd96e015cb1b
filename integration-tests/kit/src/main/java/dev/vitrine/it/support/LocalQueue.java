package dev.vitrine.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A queue of a local cloud, asked by its owner in the JSON protocol of SQS.
public final class LocalQueue {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String ACCOUNT = "000000000000";
    private static final int MOST_AT_ONCE = 10;

    private final OwnersSignature owner;
    private final URI endpoint;
    private final String url;

    public LocalQueue(Cloud cloud, String name) {
        owner = OwnersSignature.of(cloud.data());
        endpoint = URI.create("http://127.0.0.1:" + (cloud.port() + 2) + "/");
        url = endpoint + ACCOUNT + "/" + name;
    }

    /// The names of all queues there are.
    public static List<String> names(Cloud cloud) {
        var names = new ArrayList<String>();
        new LocalQueue(cloud, "")
                .ask("ListQueues", JSON.createObjectNode())
                .path("QueueUrls")
                .forEach(url -> names.add(url.asText().substring(url.asText().lastIndexOf('/') + 1)));
        return names;
    }

    /// Brings what lies in the queue once more: a copy of each message, and then the message itself, which is
    /// back at once. Nothing is lost when the caller dies in between.
    ///
    /// @return how many messages will come twice
    public int repeatSome() {
        var messages = receive();
        for (var message : messages) {
            send(message);
            ask("ChangeMessageVisibility", receipt(message).put("VisibilityTimeout", 0));
        }
        return messages.size();
    }

    /// Sends what was given up again, as an operator does who has mended the cause.
    ///
    /// @param gaveUp the dead-letter queue of this one
    public void redrive(LocalQueue gaveUp) {
        for (var messages = gaveUp.receive(); !messages.isEmpty(); messages = gaveUp.receive()) {
            for (var message : messages) {
                send(message);
                gaveUp.ask("DeleteMessage", gaveUp.receipt(message));
            }
        }
    }

    /// Takes all that is there.
    ///
    /// @return the bodies of the messages
    public List<String> takeAll() {
        var bodies = new ArrayList<String>();
        for (var messages = receive(); !messages.isEmpty(); messages = receive()) {
            for (var message : messages) {
                bodies.add(message.path("Body").asText());
                ask("DeleteMessage", receipt(message));
            }
        }
        return bodies;
    }

    private JsonNode receive() {
        return ask("ReceiveMessage", request().put("MaxNumberOfMessages", MOST_AT_ONCE))
                .path("Messages");
    }

    private void send(JsonNode message) {
        send(message.path("Body").asText());
    }

    public void send(String body) {
        ask("SendMessage", request().put("MessageBody", body));
    }

    /// What lies in the queue, at most ten messages; they are out of others' sight for a while.
    public List<String> bodies() {
        var bodies = new ArrayList<String>();
        receive().forEach(message -> bodies.add(message.path("Body").asText()));
        return bodies;
    }

    /// Takes the queue away, with what lies in it.
    public void delete() {
        ask("DeleteQueue", request());
    }

    private ObjectNode receipt(JsonNode message) {
        return request().put("ReceiptHandle", message.path("ReceiptHandle").asText());
    }

    /// Messages that wait, and messages that somebody is at.
    public int size() {
        return count("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible");
    }

    /// Messages that nobody is to see yet.
    public int delayed() {
        return count("ApproximateNumberOfMessagesDelayed");
    }

    private int count(String... attributes) {
        var request = request();
        var names = request.putArray("AttributeNames");
        List.of(attributes).forEach(names::add);
        var size = 0;
        for (var number : ask("GetQueueAttributes", request).path("Attributes")) {
            size += number.asInt();
        }
        return size;
    }

    private ObjectNode request() {
        return JSON.createObjectNode().put("QueueUrl", url);
    }

    private JsonNode ask(String action, ObjectNode body) {
        var request = owner.post(endpoint, "AmazonSQS." + action, body.toString())
                .timeout(TIMEOUT)
                .header("content-type", "application/x-amz-json-1.0")
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(action + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
