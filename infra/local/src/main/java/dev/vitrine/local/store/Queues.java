package dev.vitrine.local.store;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/// Queues as the registry declares them, each with a dead-letter queue. Declaring twice changes nothing.
public final class Queues {

    private static final String FIFO = ".fifo";

    private final SqsClient client;

    Queues(SqsClient client) {
        this.client = client;
    }

    /// The name of the dead-letter queue that belongs to `name`.
    public static String deadLetter(String name) {
        return name.endsWith(FIFO) ? name.substring(0, name.length() - FIFO.length()) + "-dlq" + FIFO : name + "-dlq";
    }

    void declare(String name, int visibilitySeconds, int maxReceives) {
        String deadLetterUrl = declare(deadLetter(name), Map.of());
        String deadLetterArn = client.getQueueAttributes(
                        r -> r.queueUrl(deadLetterUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        declare(
                name,
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Integer.toString(visibilitySeconds),
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + deadLetterArn + "\",\"maxReceiveCount\":\"" + maxReceives
                                + "\"}"));
    }

    private String declare(String name, Map<QueueAttributeName, String> attributes) {
        try {
            String url = client.getQueueUrl(r -> r.queueName(name)).queueUrl();
            if (!attributes.isEmpty()) {
                client.setQueueAttributes(r -> r.queueUrl(url).attributes(attributes));
            }
            return url;
        } catch (QueueDoesNotExistException _) {
            Map<QueueAttributeName, String> all = new HashMap<>(attributes);
            if (name.endsWith(FIFO)) {
                all.put(QueueAttributeName.FIFO_QUEUE, "true");
                all.put(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true");
            }
            return client.createQueue(r -> r.queueName(name).attributes(all)).queueUrl();
        }
    }
}
