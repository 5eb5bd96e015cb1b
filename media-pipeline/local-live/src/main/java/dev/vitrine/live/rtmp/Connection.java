package dev.vitrine.live.rtmp;

import dev.vitrine.live.PublishAuthorizer;
import dev.vitrine.live.wire.Places;
import dev.vitrine.live.wire.Refusals;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/// One accepted socket, from handshake to close, on its own virtual thread.
final class Connection implements Places.Occupant {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    /// No acknowledgement more often than this, whatever window the peer asks for.
    private static final long MIN_ACKNOWLEDGED_BYTES = 4096;

    /// How long an encoder that has said that it stops may take to close its stream.
    private static final Duration PARTING = Duration.ofSeconds(1);

    private final Socket socket;
    private final RtmpLimits limits;
    private final StreamHost host;
    private final PublishedChannels channels;
    private final Refusals refusals;
    private final long openedAt = System.nanoTime();
    private final AtomicReference<StreamOver> ordered = new AtomicReference<>();
    private final TimedInput timed;
    private final RtmpInput in;
    private final ChunkReader chunks;
    private final ChunkWriter out;
    private final Session session;
    /// Whether it has said what it wants to publish. Until then it is only waited for.
    private volatile boolean asked;

    private long window = Replies.WINDOW_BYTES;
    private long acknowledged;

    Connection(
            Socket socket,
            RtmpLimits limits,
            PublishAuthorizer authorizer,
            StreamHost host,
            PublishedChannels channels,
            ScheduledExecutorService timer,
            Refusals refusals)
            throws IOException {
        this.socket = socket;
        this.limits = limits;
        this.host = host;
        this.channels = channels;
        this.refusals = refusals;
        socket.setTcpNoDelay(true);
        this.timed = new TimedInput(socket, limits.idle());
        this.in = new RtmpInput(timed);
        this.chunks = new ChunkReader(in, limits.commandBytes());
        this.out = new ChunkWriter(socket.getOutputStream(), new Watchdog(timer, limits.reply(), this::closeSocket));
        this.session = new Session(
                key -> {
                    asked = true;
                    return authorizer.authorize(key);
                },
                this::claim,
                out);
    }

    /// Runs to the end of the connection; throws nothing that is the peer's doing.
    void run() {
        EndReason reason = EndReason.SINK_FAILED;
        String detail = "defect";
        try {
            converse();
            reason = closed();
            detail = "closed by the peer";
        } catch (StreamOver e) {
            reason = e.reason();
            detail = e.getMessage();
            tell(reason, detail);
        } catch (MediaRefused e) {
            reason = EndReason.MEDIA_REFUSED;
            detail = e.getMessage();
            tell(reason, detail);
        } catch (ProtocolViolation e) {
            reason = EndReason.PROTOCOL_VIOLATION;
            detail = e.getMessage();
        } catch (SocketTimeoutException e) {
            reason = session.isLeaving() ? EndReason.UNPUBLISHED : EndReason.SILENT;
            detail = e.getMessage();
        } catch (EOFException e) {
            reason = closed();
            detail = e.getMessage();
        } catch (IOException e) {
            StreamOver order = ordered.get();
            reason = order == null ? closed() : order.reason();
            detail = order == null ? e.toString() : order.getMessage();
        } finally {
            finish(reason, detail);
        }
    }

    /// An encoder that has said that it stops may close as it likes.
    private EndReason closed() {
        return session.isLeaving() ? EndReason.UNPUBLISHED : EndReason.CONNECTION_LOST;
    }

    @Override
    public OptionalLong waitedForSince() {
        return asked ? OptionalLong.empty() : OptionalLong.of(openedAt);
    }

    @Override
    public void giveWay() {
        end(EndReason.DISCONNECTED, "gave way to a newer connection");
    }

    /// Ends the connection from another thread.
    void end(EndReason reason, String detail) {
        ordered.compareAndSet(null, new StreamOver(reason, detail));
        closeSocket();
        session.publication().ifPresent(Publication::stopTaking);
    }

    private void converse() throws IOException, MediaRefused, StreamOver {
        timed.phase("handshake", limits.handshake());
        Handshake.answer(in, socket.getOutputStream(), new SecureRandom());
        timed.phase("publish", limits.publish());
        while (!in.atEnd()) {
            Optional<Message> message = chunks.next();
            if (message.isPresent()) {
                handle(message.get());
            }
            acknowledge();
        }
    }

    private void handle(Message message) throws IOException, MediaRefused, StreamOver {
        if (message.type() == Message.WINDOW_ACKNOWLEDGEMENT_SIZE) {
            window = Math.max(2 * MIN_ACKNOWLEDGED_BYTES, message.control32());
            return;
        }
        session.handle(message);
        if (session.isLeaving()) {
            timed.hurry(PARTING);
        }
    }

    /// At half the window, so that a publisher that waits for it never has to.
    private void acknowledge() throws IOException {
        if (in.taken() - acknowledged >= window / 2) {
            acknowledged = in.taken();
            out.acknowledgement(acknowledged);
        }
    }

    private Optional<Publication> claim(String channel) {
        if (!channels.claim(channel, this)) {
            return Optional.empty();
        }
        timed.unlimited();
        chunks.allow(limits.messageBytes());
        return Optional.of(new Publication(channel, limits, host, this::closeSocket));
    }

    private void tell(EndReason reason, String detail) {
        try {
            switch (reason) {
                case MEDIA_REFUSED, RATE_EXCEEDED, TOO_LONG -> session.replies().rejected(detail);
                case SINK_STALLED, SINK_FAILED -> session.replies().failed(detail);
                default -> {} // told already, or nobody is left to hear it
            }
            Farewell.close(socket);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the peer left before it heard why", e);
        }
    }

    private void finish(EndReason reason, String detail) {
        closeSocket();
        Optional<Publication> publication = session.publication();
        if (publication.isEmpty()) {
            // who comes and goes without a word is no news: a watch does so every few seconds
            if (reason != EndReason.CONNECTION_LOST) {
                refusals.tell(
                        socket.getInetAddress().getHostAddress() + ": without a stream: " + reason + ", " + detail);
            }
            return;
        }
        try {
            publication.get().end(reason, detail);
        } finally {
            channels.release(publication.get().channel(), this);
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closed uncleanly", e);
        }
    }
}
