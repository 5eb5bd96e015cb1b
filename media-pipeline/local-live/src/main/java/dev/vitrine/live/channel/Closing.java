package dev.vitrine.live.channel;

import dev.vitrine.live.archive.Archive;
import dev.vitrine.live.durable.Patience;
import java.util.ArrayDeque;
import java.util.Deque;

/// Closes recordings, one after another, on a thread of its own: it may wait long for the object store.
final class Closing {
    private static final System.Logger LOG = System.getLogger(Closing.class.getName());

    private final Registry registry;
    private final Archive archive;
    private final Deque<String> waiting = new ArrayDeque<>();
    private Thread worker;

    Closing(Registry registry, Archive archive) {
        this.registry = registry;
        this.archive = archive;
    }

    void start() {
        worker = Thread.ofVirtual().name("archive-closing").start(this::work);
    }

    /// Something of the channel may be ready to be closed.
    synchronized void wake(String channel) {
        if (!waiting.contains(channel)) {
            waiting.addLast(channel);
            notifyAll();
        }
    }

    private synchronized String next() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.removeFirst();
    }

    private void work() {
        try {
            while (true) {
                String channel = next();
                if (!Patience.survived("closing the recording of " + channel, () -> close(channel))) {
                    wake(channel);
                }
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing stops; what is open is closed at the next start");
        }
    }

    private void close(String channel) throws InterruptedException {
        ChannelRecord record = registry.find(channel).orElseThrow();
        for (StreamRecord stream : record.streams()) {
            if (stream.stopped() && !stream.archived()) {
                archive.close(channel, stream.stream(), stream.zero());
                registry.change(channel, each -> each.change(stream.stream(), StreamRecord::asArchived));
            }
        }
        ChannelRecord now = registry.find(channel).orElseThrow();
        if (now.ended() && now.allArchived()) {
            if (!archive.finish(channel, now.streamIds())) {
                LOG.log(System.Logger.Level.INFO, "channel {0} ended with nothing recorded", channel);
            }
            registry.change(channel, ChannelRecord::asRecorded);
        }
    }

    void stop() throws InterruptedException {
        if (worker != null) {
            worker.interrupt();
            worker.join();
        }
    }
}
