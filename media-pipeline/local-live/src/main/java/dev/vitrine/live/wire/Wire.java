package dev.vitrine.live.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The connections of one HTTP listener: to be its only connection selector.
///
/// Helidon 4.5, the newest that is to be had, reads chunk extensions and trailers as errors of its own,
/// takes several forms of Content-Length, waits for ever for the rest of a request and keeps any number
/// of connections. What it reads is handed to it, though, by whoever selects the connection: so every
/// byte comes through here, with no second socket and no second server.
public final class Wire implements ServerConnectionSelector, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());

    private final WireLimits limits;
    private final Http1ConnectionSelector server;
    private final Places<WireConnection> places;
    private final Set<WireConnection> open = ConcurrentHashMap.newKeySet();
    private final Refusals refusals = new Refusals(LOG, System.Logger.Level.INFO, System::nanoTime);
    private final Thread watch;

    /// @param upgraders to other protocols; they call [#stopFraming(ConnectionContext)]
    public Wire(WireLimits limits, List<Http1Upgrader> upgraders) {
        this.limits = limits;
        var server = Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .maxPrologueLength(2 * WireLimits.MAX_REQUEST_LINE_BYTES)
                        .maxHeadersSize(2 * WireLimits.MAX_HEAD_BYTES)
                        .build());
        upgraders.forEach(server::addUpgrader);
        this.server = server.build();
        this.places = new Places<>(limits.connections(), limits.connectionsPerAddress());
        this.watch = Thread.ofVirtual().name("wire-watch").start(() -> look(limits.period()));
    }

    /// From now on the bytes of this connection are another protocol's.
    public static void stopFraming(ConnectionContext connection) {
        if (connection instanceof FramedContext framed) {
            framed.connection().stopFraming();
        }
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData begin) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return server.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext connection) {
        return new WireConnection(connection, limits, this, server::connection);
    }

    Refusals refusals() {
        return refusals;
    }

    boolean enter(WireConnection connection) {
        open.add(connection);
        return places.enter(connection.address(), connection);
    }

    void leave(WireConnection connection) {
        open.remove(connection);
        places.leave(connection.address(), connection);
    }

    private void look(Duration period) {
        try {
            while (true) {
                Thread.sleep(period);
                long now = System.nanoTime();
                open.forEach(connection -> connection.check(now));
                refusals.flush();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Deadlines are kept no more.
    @Override
    public void close() {
        watch.interrupt();
    }
}
