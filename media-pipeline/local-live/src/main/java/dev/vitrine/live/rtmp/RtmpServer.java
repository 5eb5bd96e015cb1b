package dev.vitrine.live.rtmp;

import dev.vitrine.live.PublishAuthorizer;
import dev.vitrine.live.wire.Places;
import dev.vitrine.live.wire.Refusals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Listens for publishers at `rtmp://address/live` with the stream key as the stream's name.
///
/// All methods may be called from any thread. Closing ends every stream, waits for their sinks, and is final.
public final class RtmpServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RtmpServer.class.getName());
    private static final int BACKLOG = 64;
    private static final long ACCEPT_PAUSE_NANOS = 100_000_000L;

    private final ServerSocket listener;
    private final RtmpLimits limits;
    private final PublishAuthorizer authorizer;
    private final StreamHost host;
    private final Places<Connection> places;
    private final Refusals refusals = new Refusals(LOG, System.Logger.Level.INFO, System::nanoTime);
    private final PublishedChannels channels = new PublishedChannels();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer;

    private RtmpServer(ServerSocket listener, RtmpLimits limits, PublishAuthorizer authorizer, StreamHost host) {
        this.listener = listener;
        this.limits = limits;
        this.authorizer = authorizer;
        this.host = host;
        this.places = new Places<>(limits.connections(), limits.connectionsPerAddress());
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("ingest-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.scheduleAtFixedRate(refusals::flush, 1, 1, TimeUnit.SECONDS);
    }

    /// Binds and begins to accept.
    ///
    /// @param address port 0 picks a free one
    /// @throws IOException when the address cannot be bound
    public static RtmpServer start(
            InetSocketAddress address, RtmpLimits limits, PublishAuthorizer authorizer, StreamHost host)
            throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.bind(address, BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        RtmpServer server = new RtmpServer(listener, limits, authorizer, host);
        Thread.ofVirtual().name("ingest-accept").start(server::accept);
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Ends the channel's stream, if it has one. Its sink hears of it soon after, with [EndReason#DISCONNECTED].
    public void disconnect(String channel) {
        channels.publisher(channel)
                .ifPresent(connection -> connection.end(EndReason.DISCONNECTED, "ended by the host"));
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the listener did not close", e);
        }
        connections.forEach(connection -> connection.end(EndReason.SHUTDOWN, "the server closes"));
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                admit(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "a connection was not accepted", e);
                    LockSupport.parkNanos(ACCEPT_PAUSE_NANOS); // out of descriptors: some come back in a moment
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        InetAddress address = socket.getInetAddress();
        Connection connection;
        try {
            connection = new Connection(socket, limits, authorizer, host, channels, timer, refusals);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        if (!places.enter(address, connection)) {
            refusals.tell(address.getHostAddress() + ": too many streams");
            socket.close();
            return;
        }
        connections.add(connection);
        Thread thread = Thread.ofVirtual().name("ingest-connection").unstarted(() -> serve(connection, address));
        threads.add(thread);
        thread.start();
        if (listener.isClosed()) {
            connection.end(EndReason.SHUTDOWN, "the server closes");
        }
    }

    private void serve(Connection connection, InetAddress address) {
        try {
            connection.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a defect ended a connection", e);
        } finally {
            places.leave(address, connection);
            connections.remove(connection);
            threads.remove(Thread.currentThread());
        }
    }
}
