package dev.vitrine.live.channel;

import dev.vitrine.live.Notifications;
import dev.vitrine.live.durable.Documents;
import dev.vitrine.live.durable.Patience;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Messages to the host: on disk until the host has taken them, told in order by one thread.
///
/// A message may be told twice (a crash between telling and forgetting); it bears an id for that. Safe for use by
/// many threads.
public final class Outbox {
    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());
    private static final String FILE_NAME = "%019d";

    /// @param kind which queue: `stream` or `job`
    record Message(String kind, String json) {}

    private final Documents<Message> documents;
    private final Notifications notifications;
    private final Deque<String> waiting = new ArrayDeque<>();
    private long last;
    private Thread teller;

    public Outbox(Path folder, Notifications notifications) {
        this.documents = new Documents<>(folder, Message.class);
        this.notifications = notifications;
        List<String> left = documents.ids();
        waiting.addAll(left);
        last = left.isEmpty() ? 0 : Long.parseLong(left.getLast());
    }

    public void start() {
        teller = Thread.ofVirtual().name("notifications").start(this::tell);
    }

    /// On return the message will be told, whatever happens.
    public void stream(String json) {
        add(new Message("stream", json));
    }

    /// As [#stream], to the queue of jobs.
    public void job(String json) {
        add(new Message("job", json));
    }

    /// Tells now or not at all: for figures that will be told again. Answers whether it was taken.
    boolean tryStream(String json) {
        synchronized (this) {
            if (!waiting.isEmpty()) {
                return false;
            }
        }
        try {
            notifications.stream(json);
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "a figure was not taken: {0}", e.toString());
            return false;
        }
    }

    private synchronized void add(Message message) {
        last++;
        String id = FILE_NAME.formatted(last);
        documents.save(id, message);
        waiting.addLast(id);
        notifyAll();
    }

    private void tell() {
        try {
            while (true) {
                String id = next();
                Patience.untilDone("telling the host", () -> {
                    send(documents.load(id));
                    return true;
                });
                Patience.untilDone("forgetting what was told", () -> {
                    documents.delete(id);
                    return true;
                });
                told();
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "notifications stop; what is left is told at the next start");
        }
    }

    private void send(Message message) {
        if (message.kind().equals("job")) {
            notifications.job(message.json());
        } else {
            notifications.stream(message.json());
        }
    }

    private synchronized String next() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.peekFirst();
    }

    private synchronized void told() {
        waiting.removeFirst();
    }

    public void stop() throws InterruptedException {
        if (teller != null) {
            teller.interrupt();
            teller.join();
        }
    }
}
