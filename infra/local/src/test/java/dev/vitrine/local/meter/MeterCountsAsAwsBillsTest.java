package dev.vitrine.local.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.fixture.ACatalog;
import dev.vitrine.local.runtime.FailureKind;
import dev.vitrine.local.runtime.InvocationReport;
import dev.vitrine.local.runtime.PackageKind;
import dev.vitrine.local.supervision.Condition;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterCountsAsAwsBillsTest {
    @TempDir
    Path folder;

    private Meter meter;

    @BeforeEach
    void start() throws IOException {
        meter = new Meter(
                ACatalog.in(folder).with("f", 5, 2, "{ invoke: {} }").read(),
                Price.ARM64,
                artefact -> PackageKind.NATIVE);
    }

    private void invoked(Optional<Duration> init, Duration duration, Optional<FailureKind> failure) {
        meter.invoked(new InvocationReport("f", "r", init, duration, failure));
    }

    @Test
    void initAndDurationAreBilledTogetherRoundedUp() {
        invoked(Optional.of(Duration.ofMillis(900)), Duration.ofNanos(100_000_001), Optional.empty());

        var figures = meter.figures().getFirst();
        assertEquals(1001, figures.billedMillis());
        assertEquals(1.001 * 256 / 1024, figures.gbSeconds(), 1e-9);
        assertEquals(figures.gbSeconds() * 0.0000133334 + 0.0000002, figures.priceDollars(), 1e-12);
    }

    @Test
    void coldAndWarmAreKeptApartAndErrorsCount() {
        invoked(Optional.of(Duration.ofSeconds(2)), Duration.ofMillis(100), Optional.empty());
        for (var i = 0; i < 99; i++) {
            invoked(Optional.empty(), Duration.ofMillis(5), Optional.empty());
        }
        invoked(Optional.empty(), Duration.ofMillis(5), Optional.of(FailureKind.EXITED));
        meter.throttled("f");

        var figures = meter.figures().getFirst();
        assertEquals(101, figures.invocations());
        assertEquals(1, figures.coldStarts());
        assertEquals(1, figures.errors());
        assertEquals(1, figures.throttles());
        assertEquals(2100, figures.coldP50().orElseThrow().toMillis(), 2100 * 0.04);
        assertEquals(5, figures.warmP99().orElseThrow().toNanos() / 1e6, 5 * 0.04);
    }

    @Test
    void quantilesAreAtMostThreePercentTooHigh() {
        var histogram = new Histogram();
        for (var micros = 1; micros <= 100_000; micros++) {
            histogram.record(Duration.ofNanos(micros * 1_000L));
        }
        for (var share : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
            var exact = 100_000 * share;
            var found = histogram.quantile(share).orElseThrow().toNanos() / 1e3;
            assertTrue(found >= exact - 1 && found <= exact * 1.032, share + ": " + found);
        }
        assertEquals(Optional.empty(), new Histogram().quantile(0.5));
        histogram.record(Duration.ofDays(10_000));
    }

    @Test
    void memoryOfRunningProcessesIsSeen() {
        meter.processStarted("f", ProcessHandle.current().pid());
        var figures = meter.figures().getFirst();

        assertEquals(1, figures.processes());
        assertTrue(figures.residentBytes() > 10_000_000);
        meter.processEnded("f", ProcessHandle.current().pid());
        assertEquals(0, meter.figures().getFirst().processes());
    }

    @Test
    void theTableHasARowPerFunctionAndASum() {
        invoked(Optional.empty(), Duration.ofMillis(5), Optional.empty());
        var table = FunctionsTable.render(meter.figures(), meter.price());

        assertEquals(3, table.lines().count());
        assertTrue(table.contains("warm p99"));
        assertTrue(table.contains("NATIVE"));
        assertTrue(table.contains("arm64, us-east-1"));
    }

    @Test
    void theAddressAnswersJsonAndForBrowsersAPage() throws Exception {
        var redis = new Condition("redis", "Redis");
        redis.down("ended with code 137");
        var server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .routing(routing ->
                        routing.register("/local", new FunctionsPage(meter, List::of, () -> List.of(redis.state()))))
                .build()
                .start();
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + server.port() + "/local/functions");
            var json = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            var html = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept", "text/html,*/*")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            var document = new JsonMapper().readTree(json.body());
            assertEquals("f", document.at("/functions/0/function").asText());
            assertEquals("NATIVE", document.at("/functions/0/kind").asText());
            assertTrue(document.at("/functions/0/coldP50Millis").isNull());
            assertEquals("redis", document.at("/parts/0/part").asText());
            assertEquals("ended with code 137", document.at("/parts/0/why").asText());
            assertTrue(html.body().contains("简体中文"));
            var policy = html.headers().firstValue("content-security-policy").orElse("");
            var nonce = policy.replaceAll(".*script-src 'nonce-([0-9a-f]+)'.*", "$1");
            assertTrue(html.body().contains("<script nonce=\"" + nonce + "\">"));
        } finally {
            server.stop();
        }
    }
}
