package dev.vitrine.local.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers as the ledger's contract has them; that the ledger gives them, and of which bytes, is tested there
/// and by the journeys.
class AuditNamesWhatIsBrokenTest {
    private static final Path FUNCTIONS = Path.of("..", "..", "functions");
    private static final String LEDGER = "/v1/audits/ledger";
    private static final String REPORT = """
            {"capability":"ledger","state":"%s","startedAt":"2026-11-25T10:00:00Z","balanced":true,
             "balances":[{"kind":"ISSUANCE","currency":"COIN","accounts":1,"balance":-5,"held":0},
                         {"kind":"SALES","currency":"COIN","accounts":1234,"balance":5,"held":0}],
             "sums":[{"currency":"COIN","minor":0}],
             "seal":{"number":1,"at":"2026-11-25T10:00:00.123Z","lines":2,"hash":"ab12"},
             "checked":%d,"unit":"entries","findings":[%s]}
            """;
    private static final String FOUND =
            "{\"problem\":\"entry-changed\",\"place\":\"account 7, shard 0, entry 1, transfer 9\"}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer cloud;
    private volatile String findings = "";

    @BeforeEach
    void aCloud() throws IOException {
        cloud = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        cloud.createContext("/local/token", exchange -> answer(exchange, "{\"access_token\":\"t\"}"));
        cloud.createContext(
                LEDGER,
                exchange -> answer(
                        exchange,
                        exchange.getRequestMethod().equals("POST")
                                ? REPORT.formatted("RUNNING", 0, "")
                                : REPORT.formatted("DONE", 2, findings)));
        cloud.start();
    }

    @AfterEach
    void stop() {
        cloud.stop(0);
    }

    @Test
    void itSaysBalancedAndIntactUntilAByteIsChanged() throws Exception {
        var whole = new StringWriter();
        assertTrue(audit(whole), whole.toString());
        assertTrue(whole.toString().contains("balanced\nchain intact: 2 entries"), whole.toString());
        assertTrue(whole.toString().contains("checkpoint 1 of 2026-11-25T10:00:00Z, ab12"), whole.toString());
        assertTrue(whole.toString().contains("SALES            COIN        1,234"), whole.toString());

        findings = FOUND;

        var broken = new StringWriter();
        assertFalse(audit(broken));
        assertTrue(
                broken.toString()
                        .matches(
                                "(?s).*CHAIN BROKEN after \\d entries: entry-changed: account .*, entry 1, transfer .*"),
                broken.toString());
    }

    @Test
    void itAsksAsAnAuditorUntilTheVerificationIsDone() throws Exception {
        audit(new StringWriter());

        assertEquals(
                List.of("POST /local/token null", "POST " + LEDGER + " Bearer t", "GET " + LEDGER + " Bearer t"),
                asked);
    }

    @Test
    void contractsSayWhichAuditsThereAre() {
        assertTrue(Audits.in(FUNCTIONS).contains(LEDGER));
    }

    private boolean audit(StringWriter out) throws IOException, InterruptedException {
        var api = AuditApi.signIn(
                URI.create("http://127.0.0.1:" + cloud.getAddress().getPort()));
        return AuditReport.print(api.run(LEDGER, Duration.ofSeconds(30)), new PrintWriter(out));
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
