package dev.vitrine.local.reference;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// `/health`: which parts take connections now; 503 when one does not. For whoever watches from outside: it needs no
/// token and tells no more than names.
public final class Health implements HttpService {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ANSWER_MILLIS = 500;

    private final Map<String, Integer> ports;

    /// @param ports of this machine, by the part that listens there
    public Health(Map<String, Integer> ports) {
        this.ports = new TreeMap<>(ports);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/health", this::tell);
    }

    private void tell(ServerRequest request, ServerResponse response) throws InterruptedException {
        var up = new TreeMap<String, Boolean>();
        var asking = new ArrayList<Thread>();
        ports.forEach((name, port) -> asking.add(Thread.startVirtualThread(() -> {
            var listens = listens(port);
            synchronized (up) {
                up.put(name, listens);
            }
        })));
        for (var thread : asking) {
            thread.join();
        }
        var isUp = !up.containsValue(false);
        var told = JSON.createObjectNode().put("status", isUp ? "up" : "down");
        var parts = told.putObject("parts");
        up.forEach((name, listens) -> parts.put(name, listens ? "up" : "down"));
        response.status(isUp ? 200 : 503)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(told.toString());
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
