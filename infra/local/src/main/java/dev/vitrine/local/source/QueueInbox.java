package dev.vitrine.local.source;

import dev.vitrine.local.catalog.QueueSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// The receiving end of one queue.
final class QueueInbox {
    /// What SQS takes in one request.
    static final int MAX_PER_REQUEST = 10;

    /// A failed message is back after this long times the power of two of its receives, at most after the queue's
    /// visibility.
    static final Duration RETRY = Duration.ofSeconds(1);

    /// How long a stop waits for batches at work.
    static final Duration SETTLE = Duration.ofSeconds(2);

    /// Larger events than this are not built; a synchronous Lambda event holds 6 MB.
    private static final int MAX_BATCH_CHARS = 4 * 1024 * 1024;

    private static final int MAX_DOUBLINGS = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final SqsClient sqs;
    private final QueueSpec queue;
    private String url;

    QueueInbox(SqsClient sqs, QueueSpec queue) {
        this.sqs = sqs;
        this.queue = queue;
    }

    /// Waits for a first message as long as a long poll lasts, then gathers more until the batch or the window is
    /// full.
    List<Message> receive() {
        if (url == null) {
            url = sqs.getQueueUrl(request -> request.queueName(queue.name())).queueUrl();
        }
        var batch = new ArrayList<>(receive(Math.min(queue.batchSize(), MAX_PER_REQUEST), Sqs.LONG_POLL));
        var end = System.nanoTime() + queue.window().toNanos();
        while (!batch.isEmpty() && batch.size() < queue.batchSize() && chars(batch) < MAX_BATCH_CHARS) {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                break;
            }
            batch.addAll(receive(Math.min(queue.batchSize() - batch.size(), MAX_PER_REQUEST), left));
        }
        return batch;
    }

    private List<Message> receive(int max, Duration wait) {
        var seconds = Math.min(Sqs.LONG_POLL.toSeconds(), (wait.toNanos() + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(max)
                        .waitTimeSeconds((int) seconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private static long chars(List<Message> batch) {
        return batch.stream().mapToLong(message -> message.body().length()).sum();
    }

    /// Deletes what is done; what failed becomes visible again soon, not only after the whole visibility timeout.
    void settle(BatchOutcome outcome) {
        for (var part : parts(outcome.done())) {
            sqs.deleteMessageBatch(request -> request.queueUrl(url)
                    .entries(IntStream.range(0, part.size())
                            .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                                    .id(Integer.toString(i))
                                    .receiptHandle(part.get(i).receiptHandle())
                                    .build())
                            .toList()));
        }
        for (var part : parts(outcome.failed())) {
            sqs.changeMessageVisibilityBatch(request -> request.queueUrl(url)
                    .entries(IntStream.range(0, part.size())
                            .mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                                    .id(Integer.toString(i))
                                    .receiptHandle(part.get(i).receiptHandle())
                                    .visibilityTimeout(
                                            (int) retryAfter(part.get(i)).toSeconds())
                                    .build())
                            .toList()));
        }
    }

    private Duration retryAfter(Message message) {
        var count = message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        var doublings = Math.min(Math.max(0, Integer.parseInt(count) - 1), MAX_DOUBLINGS);
        var pause = RETRY.multipliedBy(1L << doublings);
        return pause.compareTo(queue.visibility()) > 0 ? queue.visibility() : pause;
    }

    private static List<List<Message>> parts(List<Message> messages) {
        return IntStream.iterate(0, i -> i < messages.size(), i -> i + MAX_PER_REQUEST)
                .mapToObj(i -> messages.subList(i, Math.min(messages.size(), i + MAX_PER_REQUEST)))
                .toList();
    }
}
