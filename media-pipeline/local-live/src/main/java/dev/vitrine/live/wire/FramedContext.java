package dev.vitrine.live.wire;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// A connection as the server behind the wire sees it.
record FramedContext(ConnectionContext bare, WireConnection connection, DataReader dataReader, DataWriter dataWriter)
        implements ConnectionContext {
    @Override
    public ListenerContext listenerContext() {
        return bare.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return bare.executor();
    }

    @Override
    public Router router() {
        return bare.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return bare.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return bare.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return bare.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return bare.localPeer();
    }

    @Override
    public boolean isSecure() {
        return bare.isSecure();
    }

    @Override
    public String socketId() {
        return bare.socketId();
    }

    @Override
    public String childSocketId() {
        return bare.childSocketId();
    }
}
