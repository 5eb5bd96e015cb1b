package dev.vitrine.local.meter;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.local.socket.SocketFigures;
import dev.vitrine.local.supervision.Condition;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// `GET /local/functions`: JSON, or a page that shows it live for whoever prefers HTML.
public final class FunctionsPage implements HttpService {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int NONCE_BYTES = 16;

    private final Meter meter;
    private final Supplier<List<SocketFigures>> sockets;
    private final Supplier<List<Condition.State>> parts;
    private final String page;
    private final SecureRandom random = new SecureRandom();

    /// @param sockets the figures of the WebSocket API
    /// @param parts the stores and services, up or down
    public FunctionsPage(Meter meter, Supplier<List<SocketFigures>> sockets, Supplier<List<Condition.State>> parts) {
        this.meter = meter;
        this.sockets = sockets;
        this.parts = parts;
        this.page = resource("functions.html");
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/functions", this::answer);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store").header(HeaderNames.VARY, "accept");
        if (request.headers().first(HeaderNames.ACCEPT).orElse("").contains("text/html")) {
            html(response);
        } else {
            response.header(HeaderNames.CONTENT_TYPE, "application/json").send(json().toString());
        }
    }

    private void html(ServerResponse response) {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = HexFormat.of().formatHex(bytes);
        response.header(
                        HeaderNames.create("Content-Security-Policy"),
                        "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; script-src 'nonce-"
                                + nonce + "'; style-src 'nonce-" + nonce + "'")
                .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(page.replace("{nonce}", nonce));
    }

    private ObjectNode json() {
        var document = JSON.createObjectNode();
        var price = meter.price();
        document.putObject("price")
                .put("architecture", price.architecture())
                .put("perGbSecond", price.perGbSecond())
                .put("perRequest", price.perRequest());
        var functions = document.putArray("functions");
        meter.figures().forEach(figures -> put(functions.addObject(), figures));
        var paths = document.putArray("sockets");
        sockets.get().forEach(figures -> put(paths.addObject(), figures));
        var stores = document.putArray("parts");
        parts.get().forEach(state -> put(stores.addObject(), state));
        return document;
    }

    private static void put(ObjectNode node, FunctionFigures figures) {
        node.put("function", figures.function())
                .put("kind", figures.kind().name())
                .put("memoryMb", figures.memoryMb())
                .put("concurrency", figures.concurrency())
                .put("invocations", figures.invocations())
                .put("errors", figures.errors())
                .put("throttles", figures.throttles())
                .put("coldStarts", figures.coldStarts())
                .put("coldP50Millis", millis(figures.coldP50()))
                .put("coldP99Millis", millis(figures.coldP99()))
                .put("warmP50Millis", millis(figures.warmP50()))
                .put("warmP99Millis", millis(figures.warmP99()))
                .put("processes", figures.processes())
                .put("residentBytes", figures.residentBytes())
                .put("billedMillis", figures.billedMillis())
                .put("gbSeconds", figures.gbSeconds())
                .put("priceDollars", figures.priceDollars());
    }

    private static void put(ObjectNode node, SocketFigures figures) {
        node.put("path", figures.path())
                .put("function", figures.function())
                .put("open", figures.open())
                .put("accepted", figures.accepted())
                .put("refused", figures.refused())
                .put("messagesIn", figures.messagesIn())
                .put("messagesOut", figures.messagesOut())
                .put("failures", figures.failures())
                .put("flooded", figures.flooded())
                .put("limited", figures.limited())
                .put("stalled", figures.stalled());
    }

    private static void put(ObjectNode node, Condition.State state) {
        node.put("part", state.key())
                .put("name", state.name())
                .put("up", state.up())
                .put("why", state.why())
                .put("outages", state.outages())
                .put("downMillis", state.down().toMillis());
    }

    private static Double millis(Optional<Duration> duration) {
        return duration.map(d -> d.toNanos() / NANOS_PER_MILLI).orElse(null);
    }

    private static String resource(String name) {
        try (var in = FunctionsPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the package lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
