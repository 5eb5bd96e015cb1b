package dev.vitrine.local.socket;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.runtime.InvocationResult;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// One accepted socket, from the handshake to `$disconnect`.
///
/// It ends once, by whoever ends it first: the client's close frame, [#close(Closing)], or a connection
/// that breaks.
final class OpenSocket implements ServerConnection {
    private static final Logger LOG = System.getLogger(OpenSocket.class.getName());
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ONE_MESSAGE = 1;

    private record End(Closing closing, long nanos) {}

    private final String id;
    private final Caller caller;
    private final Instant connectedAt;
    private final long openedNanos = System.nanoTime();
    private final ConnectionContext connection;
    private final Integration integration;
    private final Sockets sockets;
    private final Traffic traffic;
    private final BoundedQueue<Incoming.Text> inbox;
    private final Outbox outbox;
    private final AtomicReference<End> end = new AtomicReference<>();
    private final AtomicBoolean cut = new AtomicBoolean();
    private volatile long lastActiveNanos = openedNanos;
    private volatile Instant lastActiveAt;

    OpenSocket(
            String id,
            Caller caller,
            Instant connectedAt,
            ConnectionContext connection,
            byte[] greeting,
            Integration integration,
            Sockets sockets,
            Traffic traffic) {
        this.id = id;
        this.caller = caller;
        this.connectedAt = connectedAt;
        this.lastActiveAt = connectedAt;
        this.connection = connection;
        this.integration = integration;
        this.sockets = sockets;
        this.traffic = traffic;
        var settings = sockets.settings();
        this.inbox = new BoundedQueue<>(settings.inbox(), sockets.inboxes());
        this.outbox = new Outbox(settings.outbox(), sockets.outboxes(), greeting, connection.dataWriter());
    }

    String id() {
        return id;
    }

    Caller caller() {
        return caller;
    }

    Instant connectedAt() {
        return connectedAt;
    }

    Instant lastActiveAt() {
        return lastActiveAt;
    }

    Traffic traffic() {
        return traffic;
    }

    /// Never blocks.
    ///
    /// @param text UTF-8
    BoundedQueue.Offer post(byte[] text) {
        var offer = outbox.offer(OutgoingFrame.text(text));
        if (offer == BoundedQueue.Offer.TAKEN) {
            sent();
        }
        return offer;
    }

    /// Ends it in order: what waits is sent, then the close frame; the client has
    /// [SocketSettings#farewell()] to answer. Never blocks.
    void close(Closing closing) {
        if (ended(closing)) {
            outbox.endWith(OutgoingFrame.close(closing));
        }
    }

    /// Cuts the connection; reader and writer notice. Does nothing the second time.
    ///
    /// @return whether this was the first
    boolean cut() {
        if (!cut.compareAndSet(false, true)) {
            return false;
        }
        ended(Closing.BROKEN);
        outbox.abandon();
        try {
            connection.serverSocket().close();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "a connection that is cut was gone already", e);
        }
        return true;
    }

    /// Looks after time: closes or cuts what is over.
    void check(long now) {
        var settings = sockets.settings();
        var ended = end.get();
        if (outbox.writingNanos(now) > settings.stall().toNanos()) {
            if (cut()) {
                traffic.stalled();
            }
        } else if (ended != null) {
            if (now - ended.nanos() > settings.farewell().toNanos()) {
                cut();
            }
        } else if (now - lastActiveNanos > settings.idle().toNanos()
                || now - openedNanos > settings.lifetime().toNanos()) {
            close(Closing.GOING_AWAY);
        }
    }

    /// From here on it takes no posts and no messages; what it took before is invoked, then the end is told.
    private boolean ended(Closing closing) {
        if (!end.compareAndSet(null, new End(closing, System.nanoTime()))) {
            return false;
        }
        sockets.leave(this);
        inbox.end();
        return true;
    }

    private void sent() {
        traffic.sent();
        active();
    }

    private void active() {
        lastActiveNanos = System.nanoTime();
        lastActiveAt = Instant.now();
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        var writer = Thread.ofVirtual().name("socket-writer").start(outbox);
        Thread.ofVirtual().name("socket-worker").start(this::work);
        try {
            readUntilOver();
            // a farewell still travels; the watch cuts a connection over which it does not
            writer.join();
        } finally {
            ended(Closing.BROKEN);
            outbox.abandon();
            sockets.gone(this);
        }
    }

    private void readUntilOver() {
        try {
            read();
        } catch (RuntimeException over) {
            // the stream ended or broke, as it should after a farewell
            if (ended(Closing.BROKEN)) {
                outbox.abandon();
            }
        }
    }

    private void read() {
        var reader = new IncomingReader(connection.dataReader());
        try {
            while (true) {
                switch (reader.next()) {
                    case Incoming.Text text -> received(text);
                    case Incoming.Ping(var payload) -> {
                        active();
                        // with a full outbox there are answers enough on their way
                        outbox.offer(OutgoingFrame.pong(payload));
                    }
                    case Incoming.Pong() -> active();
                    case Incoming.Close(var closing) -> {
                        ended(closing);
                        outbox.endWith(OutgoingFrame.close(closing));
                        return;
                    }
                }
            }
        } catch (RefusedFrame refused) {
            close(refused.closing());
            drain();
        }
    }

    /// What still arrives means nothing; but a connection closed over unread bytes would take the close
    /// frame with it.
    private void drain() {
        while (true) {
            connection.dataReader().readBuffer();
        }
    }

    private void received(Incoming.Text text) {
        active();
        if (inbox.offer(text, text.bytes()) == BoundedQueue.Offer.FULL) {
            traffic.flooded();
            close(Closing.FLOODING);
        }
    }

    /// Invokes for one message after another, then tells the end.
    private void work() {
        try {
            guarded(this::serve);
            guarded(this::tellEnd);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inbox.abandon();
            sockets.settled(this);
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    /// A defect here must not keep the end from being told.
    private void guarded(Step step) throws InterruptedException {
        try {
            step.run();
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "socket of " + integration.function(), defect);
            cut();
        }
    }

    private void serve() throws InterruptedException {
        for (var batch = inbox.take(ONE_MESSAGE); !batch.isEmpty(); batch = inbox.take(ONE_MESSAGE)) {
            for (var message : batch) {
                traffic.received();
                answer(SocketEvent.message(id, connectedAt, caller, message.text()));
            }
        }
    }

    private void answer(SocketEvent.Rendered event) throws InterruptedException {
        var answer = integration.invoke(Turn.MESSAGE, event.json()) instanceof InvocationResult.Answered answered
                ? SocketAnswer.parse(answered.payload())
                : Optional.<SocketAnswer>empty();
        var body = answer.isPresent() ? answer.get().body() : Optional.of(failure(event.requestId()));
        if (body.isPresent()) {
            switch (outbox.put(OutgoingFrame.text(body.get()))) {
                case TAKEN -> sent();
                // all sockets together are behind: this one gives way, the client comes back
                case FULL -> close(Closing.TRY_LATER);
                case ENDED -> {}
            }
        }
    }

    private String failure(String requestId) {
        traffic.failed();
        return JSON.createObjectNode()
                .put("message", "Internal server error")
                .put("connectionId", id)
                .put("requestId", requestId)
                .toString();
    }

    /// Best effort, as API Gateway has it: a failure is in the function's log and figures.
    private void tellEnd() throws InterruptedException {
        integration.invoke(
                Turn.DISCONNECT,
                SocketEvent.disconnect(id, connectedAt, caller, end.get().closing())
                        .json());
    }

    /// It has bounds of its own; the server's would cut it.
    @Override
    public Duration idleTime() {
        return Duration.ZERO;
    }

    /// Of the server, when it stops.
    @Override
    public void close(boolean interrupt) {
        cut();
    }
}
