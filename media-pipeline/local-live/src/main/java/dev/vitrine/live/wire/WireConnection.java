package dev.vitrine.live.wire;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/// One connection, from its acceptance to its end. The server behind it reads what [Framing] let
/// through.
final class WireConnection implements ServerConnection, InterruptableTask<Void>, Places.Occupant {
    private static final System.Logger LOG = System.getLogger(WireConnection.class.getName());

    private static final String HEAD = "HEAD ";

    private final ConnectionContext bare;
    private final InetAddress address;
    private final WireLimits limits;
    private final Wire wire;
    private final Clock clock = new Clock();
    private final WatchedWriter writer;
    private final Framing framing = new Framing(this::receive);
    private final ServerConnection served;
    private boolean leaveAsked;
    /// The request that was read says that it is the connection's last (RFC 9112, 9.6).
    private boolean last;
    /// Nothing more is read.
    private volatile boolean over;
    /// Where a refused sender is still read on, until when; 0 where it is not.
    private volatile long farewellUntil;

    WireConnection(
            ConnectionContext bare,
            WireLimits limits,
            Wire wire,
            Function<ConnectionContext, ServerConnection> server) {
        this.bare = bare;
        this.address = bare.remotePeer().address() instanceof InetSocketAddress internet
                ? internet.getAddress()
                : InetAddress.getLoopbackAddress();
        this.limits = limits;
        this.wire = wire;
        this.writer = new WatchedWriter(bare.dataWriter());
        this.served = server.apply(new FramedContext(bare, this, DataReader.create(this::next), writer));
    }

    InetAddress address() {
        return address;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            if (!wire.enter(this)) {
                throw refuse(Refusal.full());
            }
            served.handle(limit);
        } finally {
            wire.leave(this);
        }
    }

    /// What the server reads; null at the end.
    private byte[] next() {
        if (over) {
            throw new CloseConnectionException("nothing more is read");
        }
        boolean head = framing.betweenRequests();
        // the server behind tells that it closes, and keeps the socket: who reads to its end would wait
        if (head && (last || writer.saysLast())) {
            over = true;
            throw new CloseConnectionException("this was the last request of the connection");
        }
        if (head) {
            clock.request();
            writer.awaitAnswer();
        } else if (leaveAsked && !writer.leaveGiven() && writer.begun()) {
            // who asked for leave to send the body may send it all the same: nobody can tell where a request begins
            over = true;
            throw new CloseConnectionException("the body was not asked for");
        }
        try {
            byte[] bytes = framing.next();
            if (head) {
                clock.headRead();
                if (bytes != null) {
                    headCame(new String(bytes, StandardCharsets.ISO_8859_1));
                }
            }
            return bytes;
        } catch (NotUnderstood e) {
            throw refuse(Refusal.of(e));
        }
    }

    private void headCame(String head) {
        leaveAsked = head.toLowerCase(Locale.ROOT).contains("\r\nexpect:");
        last = Head.saysLast(head);
        if (head.startsWith(HEAD)) {
            writer.keepContent();
        }
    }

    private byte[] receive(Awaited awaited) {
        clock.waiting(awaited);
        byte[] bytes;
        try {
            bytes = bare.serverSocket().get();
        } catch (UncheckedIOException gone) {
            over = true;
            throw new CloseConnectionException("the connection broke", gone);
        }
        if (!clock.came() || over) {
            over = true;
            throw new CloseConnectionException("it came too late");
        }
        return bytes;
    }

    /// Answers, if that is still possible, and drops what comes until the sender has read it.
    private CloseConnectionException refuse(Refusal refusal) {
        over = true;
        wire.refusals().tell(address.getHostAddress() + ": " + refusal.status() + ", " + refusal.detail());
        if (!writer.begun()) {
            farewellUntil = System.nanoTime() + limits.farewell().toNanos();
            try {
                writer.write(refusal.bytes());
                while (bare.serverSocket().get() != null) {
                    // what it says now was not asked for
                }
            } catch (UncheckedIOException | CloseConnectionException gone) {
                LOG.log(System.Logger.Level.DEBUG, "a refused sender left early", gone);
            }
        }
        return new CloseConnectionException("refused: " + refusal.detail());
    }

    /// Looks after time: ends what takes too long.
    void check(long now) {
        if (farewellUntil != 0 && now - farewellUntil > 0) {
            cut();
        } else if (writer.stalledNanos(now) > limits.answer().toNanos()) {
            wire.refusals().tell(address.getHostAddress() + ": an answer was not taken");
            cut();
        } else {
            Awaited late = clock.expire(now, limits);
            if (late != null) {
                expire(late);
            }
        }
    }

    /// The reading thread is blocked and, when it wakes, writes nothing more.
    private void expire(Awaited late) {
        if (late != Awaited.REQUEST) {
            wire.refusals().tell(address.getHostAddress() + ": 408, " + late + " did not come in time");
            if (!writer.begun()) {
                try {
                    writer.write(Refusal.tooSlow().bytes());
                } catch (CloseConnectionException gone) {
                    LOG.log(System.Logger.Level.DEBUG, "a slow sender left early", gone);
                }
            }
        }
        cut();
    }

    private void cut() {
        over = true;
        try {
            bare.serverSocket().close();
        } catch (UncheckedIOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a connection that is cut was gone already", gone);
        }
    }

    /// Bytes are of another protocol from now on, and its deadlines count.
    void stopFraming() {
        framing.stop();
        clock.waiting(Awaited.ANYTHING);
    }

    @Override
    public OptionalLong waitedForSince() {
        return clock.waitedForSince();
    }

    @Override
    public void giveWay() {
        wire.refusals().tell(address.getHostAddress() + ": gave way to a newer connection");
        cut();
    }

    @Override
    public boolean canInterrupt() {
        return served instanceof InterruptableTask<?> task && task.canInterrupt();
    }

    @Override
    public Duration idleTime() {
        return served.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        served.close(interrupt);
    }
}
