package dev.vitrine.local.gateway;

import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;

/// Whether a caller is on this machine: what exists only here answers nobody else.
public final class Loopback {
    private Loopback() {}

    public static boolean from(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress peer
                && peer.getAddress().isLoopbackAddress();
    }
}
