package dev.vitrine.local.source;

import dev.vitrine.local.catalog.QueueSpec;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// One queue: a single long poll, and as many batches at work as the function may have processes. With nothing to
/// do it costs one waiting request; with much to do the poll is back as soon as a batch is under way.
final class QueuePoller implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(QueuePoller.class.getName());

    private final QueueSpec queue;
    private final QueueInbox inbox;
    private final Invoker invoker;
    private final Semaphore atWork;
    private final Thread thread;
    private volatile boolean closed;

    QueuePoller(SqsClient sqs, QueueSpec queue, Invoker invoker) {
        this.queue = queue;
        this.inbox = new QueueInbox(sqs, queue);
        this.invoker = invoker;
        this.atWork = new Semaphore(queue.concurrency());
        this.thread = Thread.ofVirtual().name("poll-" + queue.name()).start(this::poll);
    }

    private void poll() {
        var backOff = new BackOff();
        try {
            while (!closed) {
                atWork.acquire();
                var batch = receive(backOff);
                if (batch.isEmpty()) {
                    atWork.release();
                } else {
                    Thread.ofVirtual().name("batch-" + queue.name()).start(() -> work(batch));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> receive(BackOff backOff) throws InterruptedException {
        try {
            var batch = inbox.receive();
            if (backOff.succeeded()) {
                LOG.log(System.Logger.Level.INFO, "queue {0} answers again", queue.name());
            }
            return batch;
        } catch (RuntimeException e) { // whatever it is: a poller that ended would be missed by nobody
            if (closed) {
                return List.of();
            }
            if (backOff.first()) {
                LOG.log(System.Logger.Level.WARNING, "queue " + queue.name() + " does not answer: " + e.getMessage());
            }
            TimeUnit.NANOSECONDS.sleep(backOff.next().toNanos());
            return List.of();
        }
    }

    private void work(List<Message> batch) {
        try {
            var result = invoker.invoke(queue.function(), SqsEvent.render(queue, batch));
            if (result instanceof InvocationResult.Failed failed) {
                LOG.log(System.Logger.Level.WARNING, "{0}: {1}", queue.function(), failed);
            }
            inbox.settle(BatchOutcome.of(queue, batch, result));
        } catch (SdkException e) {
            LOG.log(System.Logger.Level.WARNING, "queue " + queue.name() + ": messages will come again", e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "queue " + queue.name() + ": messages will come again", e);
        } finally {
            atWork.release();
        }
    }

    /// Takes no more batches and waits for those at work, as long as they may take; call it before the runtime is
    /// closed.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
            if (!atWork.tryAcquire(queue.concurrency(), QueueInbox.SETTLE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.INFO, "queue {0}: batches still at work will come again", queue.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
