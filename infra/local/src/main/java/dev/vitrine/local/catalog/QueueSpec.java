package dev.vitrine.local.catalog;

import java.time.Duration;

/// A queue and how its function takes from it.
///
/// @param raw the message body is the event itself (an asynchronous invocation) instead of a record of an SQS event
public record QueueSpec(
        String name,
        String function,
        int batchSize,
        Duration window,
        Duration visibility,
        int maxReceives,
        int concurrency,
        boolean raw) {
    /// A message being worked on stays invisible for this many function timeouts at least, as AWS advises for SQS
    /// sources.
    static final int VISIBILITY_PER_TIMEOUT = 2;

    private static final String ASYNC_PREFIX = "async-";
    private static final String DEAD_SUFFIX = "-dlq";

    static QueueSpec of(FunctionSpec function, Trigger.Queue queue) {
        return new QueueSpec(
                queue.name(),
                function.name(),
                queue.batchSize(),
                queue.window(),
                queue.visibility(),
                queue.maxReceives(),
                function.concurrency(),
                false);
    }

    static QueueSpec async(FunctionSpec function, Trigger.ObjectCreated objects) {
        return new QueueSpec(
                asyncName(function.name()),
                function.name(),
                1,
                Duration.ZERO,
                function.timeout().multipliedBy(VISIBILITY_PER_TIMEOUT),
                objects.maxReceives(),
                function.concurrency(),
                true);
    }

    /// The queue that makes asynchronous invocations of a function durable.
    public static String asyncName(String function) {
        return ASYNC_PREFIX + function;
    }

    /// Where a message goes that was received `maxReceives` times in vain.
    public String deadLetterName() {
        return name + DEAD_SUFFIX;
    }
}
