package dev.vitrine.local.source;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.catalog.QueueSpec;
import dev.vitrine.local.catalog.Trigger;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Turns stored objects into asynchronous invocations of the functions that want them.
public final class ObjectEvents {
    private final List<FunctionSpec> functions;
    private final SqsClient sqs;
    private final Clock clock;

    public ObjectEvents(Catalog catalog, SqsClient sqs, Clock clock) {
        this.functions = catalog.functions().values().stream()
                .filter(function -> function.trigger() instanceof Trigger.ObjectCreated)
                .toList();
        this.sqs = sqs;
        this.clock = clock;
    }

    /// Returns when the event is durable on every queue that takes it. Call it after the object is, and before its
    /// writer is answered.
    ///
    /// @param eTag with or without its quotes
    /// @throws software.amazon.awssdk.core.exception.SdkException if a queue did not take it; calling again is safe
    public void created(String bucket, String key, long size, String eTag) {
        for (var function : functions) {
            if (function.trigger() instanceof Trigger.ObjectCreated objects && objects.matches(bucket, key)) {
                var queue = QueueSpec.asyncName(function.name());
                var url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
                var event = S3Event.created(bucket, key, size, eTag.replace("\"", ""), clock.instant());
                sqs.sendMessage(request -> request.queueUrl(url).messageBody(event));
            }
        }
    }
}
