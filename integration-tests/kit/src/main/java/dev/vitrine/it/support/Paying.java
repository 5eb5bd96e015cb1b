package dev.vitrine.it.support;

import static dev.vitrine.it.support.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// What tests of money begin with.
public final class Paying {
    private static final Duration PAID_WITHIN = Duration.ofSeconds(40);
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(30);
    private static final int CLIP_SECONDS = 8;

    private Paying() {}

    public static Map<String, String> key() {
        return Map.of("idempotency-key", UUID.randomUUID().toString());
    }

    public static JsonNode start(Api buyer, String coinPackage) {
        return buyer.post("/v1/wallet/top-ups", Map.of("package", coinPackage, "method", "ALIPAY"), key())
                .expect(201)
                .json();
    }

    /// As the buyer does on the provider's page.
    ///
    /// @param choice `pay`, `refuse`, `pay-with-duplicates`
    public static void choose(JsonNode topUp, String choice) {
        var page = HttpRequest.newBuilder(URI.create(topUp.path("payUrl").asText()))
                .header("content-type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString("choice=" + choice))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(page, BodyHandlers.ofString());
            if (answer.statusCode() != 303) {
                throw new AssertionError("the page answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode await(Api buyer, JsonNode topUp, String state) {
        return eventually(
                "the top-up is " + state,
                PAID_WITHIN,
                () -> buyer.get("/v1/wallet/top-ups/" + topUp.path("id").asText())
                        .expect(200)
                        .json(),
                found -> found.path("state").asText().equals(state));
    }

    public static void buy(Api buyer, String coinPackage) {
        var topUp = start(buyer, coinPackage);
        choose(topUp, "pay");
        await(buyer, topUp, "PAID");
    }

    public static long coins(Api person) {
        return person.get("/v1/wallet")
                .expect(200)
                .json()
                .at("/balances/0/available")
                .asLong();
    }

    /// On air, and the ledger has heard of it. Close the encoder in the end.
    public static Encoder goLive(Api streamer, String room, Path folder) {
        var encoder = Encoder.push(Encoder.clip(folder, "640x360", CLIP_SECONDS), streamer.pushAddress(room));
        eventually("the room is live", LIVE_WITHIN, () -> streamer.state(room), "LIVE"::equals);
        eventually(
                "the ledger knows the room",
                LIVE_WITHIN,
                () -> streamer.get("/v1/rooms/" + room + "/gift-ranking").status(),
                status -> status == 200);
        return encoder;
    }
}
