package dev.vitrine.local.source;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.Trigger;
import dev.vitrine.local.runtime.Invoker;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Every queue and timer of the catalog at work.
public final class Sources implements AutoCloseable {
    private final List<QueuePoller> pollers = new ArrayList<>();
    private final List<Timer> timers = new ArrayList<>();

    /// Starts at once; the queues may be made later, or be away.
    public Sources(Catalog catalog, SqsClient sqs, Invoker invoker, Clock clock) {
        for (var queue : catalog.queues()) {
            pollers.add(new QueuePoller(sqs, queue, invoker));
        }
        for (var function : catalog.functions().values()) {
            if (function.trigger() instanceof Trigger.Timer(var schedule)) {
                timers.add(new Timer(function.name(), schedule, invoker, clock));
            }
        }
    }

    /// Stops taking work. Close it before the runtime and before the SQS client.
    @Override
    public void close() {
        timers.forEach(Timer::close);
        var closing = pollers.stream()
                .map(poller -> Thread.ofVirtual().name("close-poller").start(poller::close))
                .toList();
        try {
            for (var thread : closing) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
