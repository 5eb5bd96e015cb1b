package dev.vitrine.chat.socket.boundary;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The `@connections` API on loopback, as far as it is called here: POST and DELETE, 410 for the gone. And an
/// issuer beside it.
public final class Gateway implements AutoCloseable {
    private static final String CONNECTIONS = "/@connections/";

    private final HttpServer server;
    public final Map<String, List<String>> posted = new ConcurrentHashMap<>();
    public final Set<String> gone = ConcurrentHashMap.newKeySet();
    public final Set<String> deleted = ConcurrentHashMap.newKeySet();
    public final List<String> signatures = new CopyOnWriteArrayList<>();
    /// Ports that clients came from: as many as connections were opened.
    public final Set<Integer> peers = ConcurrentHashMap.newKeySet();

    Gateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(CONNECTIONS, this::connection);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Serves one more document.
    void serve(String path, Supplier<String> json) {
        server.createContext(path, exchange -> answer(exchange, 200, json.get()));
    }

    private void connection(HttpExchange exchange) throws IOException {
        peers.add(exchange.getRemoteAddress().getPort());
        signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        var connection = URLDecoder.decode(
                exchange.getRequestURI().getRawPath().substring(CONNECTIONS.length()), StandardCharsets.UTF_8);
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (gone.contains(connection)) {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", "GoneException");
            answer(exchange, 410, "{}");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            deleted.add(connection);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else {
            posted.computeIfAbsent(connection, _ -> new CopyOnWriteArrayList<>())
                    .add(body);
            answer(exchange, 200, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
