package dev.vitrine.local.socket;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.catalog.Trigger;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.identity.SignatureCheck;
import dev.vitrine.local.runtime.Invoker;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The WebSocket API of a catalog: one path for each function with a `webSocket` trigger.
public final class SocketApi implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SocketApi.class.getName());
    /// How long the functions have to hear of the sockets that a stop closes.
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Map<String, SocketPath> paths = new LinkedHashMap<>();
    private final Sockets sockets;
    private final Watch watch;
    private final Handshake handshake;
    private final ManagementService management;

    /// @param identities of those who may post, if they use sockets
    public SocketApi(Catalog catalog, SocketSettings settings, Identities identities, Invoker invoker) {
        this.sockets = new Sockets(settings);
        for (var function : catalog.functions().values()) {
            if (function.trigger() instanceof Trigger.WebSocket(var path)) {
                paths.put(path, behind(path, function, settings, invoker));
            }
        }
        this.watch = new Watch(sockets);
        this.handshake = new Handshake(paths, sockets);
        this.management = new ManagementService(
                sockets, new SignatureCheck(ManagementService.SERVICE, identities, Clock.systemUTC()));
    }

    private static SocketPath behind(String path, FunctionSpec function, SocketSettings settings, Invoker invoker) {
        return new SocketPath(
                new Integration(function.name(), function.concurrency(), settings.integration(), invoker),
                new Traffic(path, function.name()));
    }

    /// Answers upgrade requests.
    public Http1Upgrader upgrades() {
        return handshake;
    }

    /// The `@connections` API, to be registered below `/local`.
    public HttpService management() {
        return management;
    }

    public List<SocketFigures> figures() {
        return paths.values().stream().map(path -> path.traffic().figures()).toList();
    }

    /// Closes every socket with 1001 and tells the functions, both within a bound.
    @Override
    public void close() {
        sockets.close();
        try {
            if (!sockets.awaitSettled(sockets.settings().farewell())) {
                sockets.cut();
                if (!sockets.awaitSettled(LAST_WORDS)) {
                    LOG.log(Level.WARNING, "the local cloud stops before every $disconnect was told");
                }
            }
        } catch (InterruptedException e) {
            sockets.cut();
            Thread.currentThread().interrupt();
        } finally {
            paths.values().forEach(path -> path.integration().close());
            watch.close();
        }
    }
}
