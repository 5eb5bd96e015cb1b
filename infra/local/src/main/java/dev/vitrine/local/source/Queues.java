package dev.vitrine.local.source;

import dev.vitrine.local.catalog.QueueSpec;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/// Makes the catalog's queues, each with its dead-letter queue. Repeating it changes attributes that the catalog
/// changed, nothing else.
public final class Queues {
    private Queues() {}

    public static void ensure(SqsClient sqs, List<QueueSpec> queues) {
        for (var queue : queues) {
            ensure(sqs, queue.deadLetterName(), Map.of());
            var redrive = "{\"deadLetterTargetArn\":\"" + Sqs.arn(queue.deadLetterName()) + "\",\"maxReceiveCount\":\""
                    + queue.maxReceives() + "\"}";
            ensure(
                    sqs,
                    queue.name(),
                    Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            Long.toString(queue.visibility().toSeconds()),
                            QueueAttributeName.REDRIVE_POLICY,
                            redrive));
        }
    }

    private static void ensure(SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
        try {
            var url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
            if (!attributes.isEmpty()) {
                sqs.setQueueAttributes(request -> request.queueUrl(url).attributes(attributes));
            }
        } catch (QueueDoesNotExistException missing) {
            sqs.createQueue(request -> request.queueName(name).attributes(attributes));
        }
    }
}
